import { defineConfig } from "@playwright/test";
import { ACCOUNTS_URL, BASE_URL } from "./e2e/testing/addresses.ts";
import { findChromium } from "./scripts/gate/chromium.js";

/** As root Chromium refuses to use its sandbox. */
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** No process is begun for a page that is not asked for yet: a sixth of what it takes to open one. */
const launch = (wanted: { whole: boolean }) => {
  const executablePath = findChromium(wanted);
  return { ...(executablePath && { executablePath }), args: ["--renderer-process-limit=1", ...sandbox] };
};

/** They make no run, and so go on beside the first use. */
const WITHOUT_RUNS = [
  "dialogs.spec.ts",
  "empty.spec.ts",
  "not-allowed.spec.ts",
  "on-the-way.spec.ts",
  "second-factor.spec.ts",
  "sign-in.spec.ts",
  "single-sign-on.spec.ts",
];
/** Each site has a card, and each card is looked at. */
const OF_SITES = "sites.spec.ts";
/** They look at whole lists, of sites, runs or procedures: the fewer the other tests have left there, the quicker. */
const OF_LISTS = [
  "language.spec.ts",
  "keyboard-around.spec.ts",
  "not-lost.spec.ts",
  "overview.spec.ts",
  "palette.spec.ts",
  "stale.spec.ts",
];
/** They print, or show notifications. */
const IN_A_WHOLE_BROWSER = ["alerts.spec.ts", "japanese-files.spec.ts", "paper.spec.ts"];
const ALONE = ["first-use.spec.ts", "pages.spec.ts", "server-restart.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // The longest look at a dozen states each; on a machine that others use all of it takes several times as long as alone.
  timeout: 240_000,
  expect: { timeout: 30_000, toPass: { timeout: 30_000 } },
  reporter: [["list"]],
  outputDir: "test-results/browser",
  use: {
    baseURL: BASE_URL,
    launchOptions: launch({ whole: false }),
    locale: "en-GB",
    timezoneId: "Asia/Tokyo",
    viewport: { width: 1440, height: 900 },
    // What one test has opened must not answer another; the tests of the service worker let it in.
    serviceWorkers: "block",
    // A trace makes every test a third slower: ask for one with `--trace retain-on-failure`.
    screenshot: "only-on-failure",
  },
  projects: [
    // Sees the console while there is no run, so nothing else may have made one. One test after the other.
    { name: "first-use", testMatch: "first-use.spec.ts" },
    { name: "without-runs", testMatch: WITHOUT_RUNS },
    { name: "sites", testMatch: OF_SITES, dependencies: ["first-use"] },
    { name: "lists", testMatch: OF_LISTS, dependencies: ["first-use"] },
    // Slow ones first, so that none is left alone at the end.
    { name: "pages", testMatch: "pages.spec.ts", dependencies: ["first-use"] },
    {
      name: "whole-browser",
      testMatch: IN_A_WHOLE_BROWSER,
      use: { launchOptions: launch({ whole: true }) },
      dependencies: ["first-use"],
    },
    {
      name: "promises",
      testIgnore: [...ALONE, OF_SITES, ...OF_LISTS, ...WITHOUT_RUNS, ...IN_A_WHOLE_BROWSER],
      dependencies: ["first-use"],
    },
    // Kills the server under test, so everything else has to be over.
    {
      name: "restart",
      testMatch: "server-restart.spec.ts",
      dependencies: ["without-runs", "sites", "lists", "pages", "whole-browser", "promises"],
    },
  ],
  webServer: {
    command: "exec node e2e/server.ts",
    url: ACCOUNTS_URL,
    timeout: 240_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
