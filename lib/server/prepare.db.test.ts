import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { db } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { setUp } from "#lib/server/people/set-up.ts";

/** As the launcher runs it. */
async function prepare(...options: string[]) {
  const settings = (["DATABASE_URL", "AUTH_SECRET", "BASE_URL", "DATA_DIR"] as const).map((name) => [name, env(name)]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "lib/server/prepare.ts", ...options],
    { env: { NODE_ENV: "test", ...Object.fromEntries(settings) } },
  );
  expect(stdout.split("\n")).toEqual([expect.stringMatching(/^\{.*\}$/), ""]);
  return JSON.parse(stdout);
}

it("installs what comes with the product, and says once how to get in", async () => {
  const first = await prepare("--demo");
  expect(first.setUpUrl).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\?token=[\w-]{43}$/);
  expect(first.accounts.map(({ role }: { role: string }) => role)).toEqual([
    "commander",
    "operator",
    "approver",
    "auditor",
  ]);
  const installed = { procedures: await db().procedureVersion.findMany(), sites: await db().site.findMany() };
  expect(installed.procedures).toMatchObject([{ version: 1, stepCount: 17, builtIn: true, publishedBy: "built in" }]);
  expect(installed.sites.map(({ practice }) => practice)).toEqual([true, true]);

  const second = await prepare("--demo");
  expect(second).toEqual({ setUpUrl: expect.stringContaining("/set-up?token="), accounts: [] });
  expect(second.setUpUrl).not.toBe(first.setUpUrl);
  expect(await db().procedureVersion.findMany()).toEqual(installed.procedures);

  const token = new URL(second.setUpUrl).searchParams.get("token") ?? "";
  await setUp({ token, name: "Ada", email: "ada@example.com", password: "correct horse battery" });
  expect(await prepare()).toEqual({ setUpUrl: null, accounts: [] });
});
