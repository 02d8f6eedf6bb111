import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { temporaryDataFolder } from "../testing/folder.ts";
import { Launched } from "../testing/launched.ts";
import { lockFolder } from "./lock.js";

let dataFolder: string;

beforeEach(() => {
  dataFolder = temporaryDataFolder();
  return () => vi.unstubAllEnvs();
});

/** A process that holds the lock until it is killed, or says why it could not take it. */
function holder(folder = dataFolder): Launched {
  const program = `
    import { lockFolder } from ${JSON.stringify(path.resolve("scripts/launcher/lock.js"))};
    try {
      await lockFolder(${JSON.stringify(folder)});
      console.log("locked");
    } catch (error) {
      console.log(error.message);
    }`;
  return new Launched(process.execPath, ["--input-type=module", "-e", program]);
}

test("refuses a second owner, and names the first", async () => {
  await using _lock = await lockFolder(dataFolder);
  await expect(lockFolder(dataFolder)).rejects.toThrow(
    `The console is already running on this data folder (pid ${process.pid}).`,
  );
});

test("is free again when its owner gives it back", async () => {
  {
    await using first = await lockFolder(dataFolder);
    expect(first.recovered).toBe(false);
  }
  await using second = await lockFolder(dataFolder);
  expect(second.recovered).toBe(false);
});

test("is free again when its owner was killed, and says so", async () => {
  const owner = holder();
  await owner.says("locked");
  owner.process.kill("SIGKILL");
  await owner.ends();
  await using lock = await lockFolder(dataFolder);
  expect(lock.recovered).toBe(true);
});

test("leaves no more than one owner's files behind", async () => {
  for (let i = 0; i < 3; i++) await (await lockFolder(dataFolder))[Symbol.asyncDispose]();
  expect(readdirSync(path.join(dataFolder, "lock"))).toEqual(["3"]);
});

test("of many that find the lock of a killed owner, one gets it", async () => {
  const owner = holder();
  await owner.says("locked");
  owner.process.kill("SIGKILL");
  await owner.ends();
  const rivals = Array.from({ length: 8 }, () => holder());
  const answers = await Promise.all(
    rivals.map(async (rival) => {
      await rival.says("\n");
      return rival.output;
    }),
  );
  expect(answers.filter((answer) => answer === "locked\n")).toHaveLength(1);
  expect(answers.filter((answer) => answer.includes("already running"))).toHaveLength(7);
});

test("works in a folder whose name is too long for a socket", async () => {
  const deep = path.join(dataFolder, "x".repeat(100));
  mkdirSync(deep);
  vi.stubEnv("TMPDIR", dataFolder);
  await using _lock = await lockFolder(deep);
  await expect(lockFolder(deep)).rejects.toThrow("already running");
  expect(readdirSync(deep)).toEqual([]); // it is elsewhere
});
