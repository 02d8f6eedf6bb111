// @ts-check
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PRODUCT_PORT } from "../../e2e/testing/addresses.ts";
import browserTests from "../../playwright.config.ts";
import { build, databaseClient, pages } from "../launcher/build.js";
import { logFile } from "../launcher/data-folder.js";
import { errorCode, StartFailure } from "../launcher/failure.js";
import { isCurrent } from "../launcher/fingerprint.js";
import { findChromium } from "./chromium.js";
import { check, outcome, run } from "./suite.js";

/**
 * @typedef {import("./suite.js").Suite} Suite
 * @typedef {import("./suite.js").Context} Context
 */

const RESTARTS = "--project=restart";
const OTHER_BROWSER_TESTS = (browserTests.projects ?? [])
  .map(({ name }) => `--project=${name}`)
  .filter((project) => project !== RESTARTS);
/** Where the product of the restarts answers: beside the one of the other browser tests, which take five ports. */
const E2E_PORT = String(Number(PRODUCT_PORT) + 5);
const NEXT = "node_modules/next/dist/bin/next";

/**
 * All that must hold, in this order; what stands in one line runs at once.
 * @param {string} dataFolder
 * @returns {Suite[][]}
 */
export const suites = (dataFolder) => [
  [check("Lock file", ["scripts/complete-lock.js", "--check"])],
  [buildSuite("Database client", databaseClient, dataFolder)],
  [
    check("Types", [NEXT, "typegen"], ["node_modules/typescript/bin/tsc", "--noEmit"]),
    check("Format and lint", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]),
    check("Dead code", ["node_modules/knip/bin/knip.js"]),
  ],
  // The tests of workers wait for seconds at a time.
  [{ name: "Unit and database", run: runVitest }, buildSuite("Build", pages, dataFolder)],
  // The restarts wait most of their time, and kill a product of their own.
  [
    browserSuite("Browser", OTHER_BROWSER_TESTS),
    browserSuite("Restarts", [RESTARTS, "--no-deps", "--output=test-results/restarts"], {
      E2E_PORT,
      E2E_KEPT_FILES: "stay",
    }),
  ],
];

/**
 * @param {string} name
 * @param {import("../launcher/build.js").BuildStep} step
 * @param {string} dataFolder
 * @returns {Suite}
 */
function buildSuite(name, step, dataFolder) {
  return {
    name,
    async run({ root, stop }) {
      try {
        await build(step, { root, logFile: logFile(dataFolder, "build"), stop }, (_, work) => work());
        return { passed: 1, failed: 0, output: "" };
      } catch (error) {
        if (!(error instanceof StartFailure)) throw error;
        return { passed: 0, failed: 1, output: `${error.excerpt}\n${error.message}` };
      }
    },
  };
}

/** @param {Context} context */
async function runVitest(context) {
  const { result, report } = await reporting((file) =>
    run(
      ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile=${file}`],
      context,
    ),
  );
  return outcome(result, { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 });
}

/**
 * @param {string} name
 * @param {string[]} options which tests, and where they leave what they keep
 * @param {Record<string, string>} settings
 * @returns {Suite}
 */
const browserSuite = (name, options, settings = {}) => ({
  name,
  run: (context) => runPlaywright(context, options, settings),
});

/**
 * @param {Context} context
 * @param {string[]} options
 * @param {Record<string, string>} settings
 */
async function runPlaywright(context, options, settings) {
  if (!isCurrent(context.root, pages)) return impossible("The pages are not built.");
  if (!findChromium()) {
    return impossible('Chromium is missing: install the Debian package "chromium", or name one in CHROMIUM_PATH.');
  }
  const { result, report } = await reporting((file) => {
    const env = { ...settings, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...options];
    return run(args, { ...context, env });
  });
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return outcome(result, { passed: expected, failed: unexpected + flaky });
}

/** @param {string} reason */
const impossible = (reason) => ({ passed: 0, failed: 1, output: reason });

/**
 * Runs something that writes a report as JSON; there is none when it fails early.
 * @template T
 * @param {(file: string) => Promise<T>} work
 */
async function reporting(work) {
  const folder = mkdtempSync(path.join(tmpdir(), "switchover-report-"));
  const file = path.join(folder, "report.json");
  try {
    const result = await work(file);
    return { result, report: readReport(file) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
