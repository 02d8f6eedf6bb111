import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryDataFolder } from "./testing/folder.ts";
import { Launched } from "./testing/launched.ts";

// That it starts the product is tested by the browser tests, which start theirs with it.

function start(args: string[], env: Record<string, string>): Launched {
  const { PATH, NODE_ENV } = process.env;
  return new Launched(process.execPath, ["scripts/start.js", ...args], { env: { PATH, NODE_ENV, ...env } });
}

test("an option it does not know is named, before anything is touched", async () => {
  const folder = path.join(temporaryDataFolder(), "data");
  expect(await start(["--damo"], { DATA_DIR: folder }).ends()).toEqual({
    code: 1,
    output: "--damo is not an option: there are --demo, --dev and --new-administrator.\n",
  });
  expect(existsSync(folder)).toBe(false);
});

test("an address that is none is refused", async () => {
  expect(await start([], { DATA_DIR: temporaryDataFolder(), BASE_URL: "console.example.com" }).ends()).toEqual({
    code: 1,
    output: "BASE_URL is console.example.com: it must be an address like https://console.example.com.\n",
  });
});
