import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "vitest";
import { env } from "#lib/server/env.ts";

/** As the launcher runs it. */
export const prepare = (...options: string[]) => prepareWith({}, ...options);

export async function prepareWith(environment: Record<string, string>, ...options: string[]) {
  const settings = (["DATABASE_URL", "AUTH_SECRET", "BASE_URL", "DATA_DIR"] as const).map((name) => [name, env(name)]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "lib/server/prepare.ts", ...options],
    { env: { NODE_ENV: "test", ...Object.fromEntries(settings), ...environment } },
  );
  expect(stdout.split("\n")).toEqual([expect.stringMatching(/^\{.*\}$/), ""]);
  return JSON.parse(stdout);
}
