// @ts-check
import { ENDS_WITH_LAUNCHER, runCommand } from "./command.js";
import { isCurrent, remake } from "./fingerprint.js";

/**
 * A step of the build whose result is kept until its inputs change.
 * @typedef {import("./fingerprint.js").Step & { name: string, args: string[], failure: string }} BuildStep
 * @typedef {{ root: string, logFile: string, stop: AbortSignal }} BuildOptions
 */

/** @type {BuildStep} */
export const databaseClient = {
  name: "Generate",
  args: ["node_modules/prisma/build/index.js", "generate"],
  failure: "The database client could not be generated",
  include: ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"],
  exclude: [],
  result: "prisma/generated",
  proof: "client.ts",
};

/** @type {BuildStep} */
export const pages = {
  name: "Build",
  args: ["node_modules/next/dist/bin/next", "build"],
  failure: "The pages could not be built",
  // A file too many costs a build, one too few an old page.
  include: ["{app,components,lib,public}/**/*.*", "prisma/schema.prisma", "*.{ts,js,mjs,json}"],
  exclude: ["**/*.test.ts", "lib/worker/**", "{vitest,playwright}.config.ts", "{biome,knip}.json", "next-env.d.ts"],
  result: ".next",
  proof: "BUILD_ID",
};

/**
 * Brings a result up to date, unless it is.
 * @param {BuildStep} step
 * @param {BuildOptions} options
 * @param {(name: string, work: () => Promise<void>) => Promise<void>} phase
 */
export async function build(step, { root, logFile, stop }, phase) {
  if (isCurrent(root, step)) return;
  await phase(step.name, () =>
    remake(root, step, () =>
      runCommand({
        program: process.execPath,
        args: [ENDS_WITH_LAUNCHER, ...step.args],
        cwd: root,
        env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        logFile,
        failure: step.failure,
        stop,
      }),
    ),
  );
}
