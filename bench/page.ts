import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import lighthouse from "lighthouse";
import type { RunView } from "#lib/contract/runs.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { call, manualSteps, send, startedRun } from "./api.ts";
import { atLeast, type Figure, limit } from "./figures.ts";
import type { Product } from "./product.ts";

/** What a browser makes of the run page of the production build: the budgets of a page that is opened in a hurry. */

const DEBUGGING_PORT = 9_333;
const SMALL = 17;
const LARGE = 500;
const EVENTS_PER_SECOND = 20;
const BUSY_SECONDS = 10;
const KIB = 1_024;

export async function measurePage(product: Product): Promise<Figure[]> {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [`--remote-debugging-port=${DEBUGGING_PORT}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    const small = await openRun(product, SMALL);
    return [
      ...(await measureFirstLoad(browser, product, small)),
      ...(await measureLarge(browser, product)),
      ...(await measureByLighthouse(product, small)),
    ];
  } finally {
    await browser.close();
  }
}

type OpenRun = { id: string; address: string };

async function openRun(product: Product, steps: number): Promise<OpenRun> {
  const id = await startedRun(product, `page-${steps}`, manualSteps(steps));
  const { run } = await call<RunView>(product, "GET", `/api/runs/${id}`);
  return { id, address: `${product.baseUrl}/runs/${runLabel(run.number)}` };
}

async function newContext(browser: Browser, product: Product): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  const cookies = product.cookie.split("; ").map((each) => each.split(/=(.*)/s));
  await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: product.baseUrl })));
  await context.addInitScript(observe);
  return context;
}

/** Runs in the page: keeps what the browser tells of its own work. */
function observe(): void {
  const seen = { lcpMs: 0, shift: 0, longestTaskMs: 0, slowestInputMs: 0 };
  Object.assign(globalThis, { seen });
  const watch = (type: string, keep: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", ({ startTime }) => {
    seen.lcpMs = startTime;
  });
  watch("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
  watch("longtask", ({ duration }) => {
    seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
  });
  watch(
    "event",
    ({ duration }) => {
      seen.slowestInputMs = Math.max(seen.slowestInputMs, duration);
    },
    { durationThreshold: 16 },
  );
}

type Seen = { lcpMs: number; shift: number; longestTaskMs: number; slowestInputMs: number };

const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** Runs in the page: what was kept so far does not count. */
const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign((globalThis as unknown as { seen: Seen }).seen, { shift: 0, longestTaskMs: 0, slowestInputMs: 0 });
  });

async function measureFirstLoad(browser: Browser, product: Product, run: OpenRun): Promise<Figure[]> {
  const context = await newContext(browser, product);
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(run.address, { waitUntil: "networkidle" }).catch(() => undefined); // its event stream never ends
  await page.getByRole("heading", { level: 1 }).waitFor();
  const bytes = (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0);
  await press(page, 6);
  await events(product, run.id, EVENTS_PER_SECOND, 2);
  const { lcpMs, shift, slowestInputMs } = await seenIn(page);
  await context.close();
  return [
    limit("run page: JavaScript of its first load, compressed", bytes / KIB, 220, "KiB"),
    limit("run page: largest contentful paint", lcpMs, 1_200, "ms"),
    limit("run page: cumulative layout shift, while events arrive", shift, 0.02, ""),
    limit("run page: slowest of some presses until it is painted", slowestInputMs, 100, "ms"),
  ];
}

/** Opens and folds cards, and filters, as people do. */
async function press(page: Page, times: number): Promise<void> {
  const cards = page
    .locator("[data-step] h3 button, [data-step] h4 button")
    .or(page.locator("[data-step] button[aria-expanded]"));
  for (let i = 0; i < times; i++) await cards.nth(i % 4).click();
  await page.getByRole("button", { name: /^Problems/ }).click();
  await page.getByRole("button", { name: /^All / }).first().click();
}

/** So many events a second for so long, each due at its own time. */
async function events(product: Product, runId: string, perSecond: number, seconds: number): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    sent.push(send(product, runId, { type: "note.add", text: `line ${i}` }));
    await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond));
  }
  await Promise.all(sent);
}

async function measureLarge(browser: Browser, product: Product): Promise<Figure[]> {
  const run = await openRun(product, LARGE);
  const context = await newContext(browser, product);
  const page = await context.newPage();
  await page.goto(run.address);
  await page.locator("[data-step]").nth(20).waitFor();
  await page.waitForTimeout(2_000); // its own first work is over
  await forget(page);
  const busy = stepEvents(product, run.id);
  await press(page, 4);
  await busy;
  const { longestTaskMs, shift, slowestInputMs } = await seenIn(page);
  await context.close();
  const what = `run page of ${LARGE} steps, ${EVENTS_PER_SECOND} events a second`;
  return [
    limit(`${what}: longest task`, longestTaskMs, 50, "ms"),
    limit(`${what}: slowest press until it is painted`, slowestInputMs, 100, "ms"),
    limit(`${what}: cumulative layout shift`, shift, 0.02, ""),
  ];
}

/** Steps are begun and completed, so that cards change all over the page. */
async function stepEvents(product: Product, runId: string): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < (EVENTS_PER_SECOND * BUSY_SECONDS) / 2; i++) {
    const step = String(i + 30);
    sent.push(
      send(product, runId, { type: "step.start", step }).then(() =>
        send(product, runId, { type: "step.complete", step }),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 2_000 / EVENTS_PER_SECOND));
  }
  await Promise.all(sent);
}

async function measureByLighthouse(product: Product, run: OpenRun): Promise<Figure[]> {
  const result = await lighthouse(run.address, {
    port: DEBUGGING_PORT,
    output: "json",
    logLevel: "error",
    extraHeaders: { Cookie: product.cookie },
    onlyCategories: ["performance", "accessibility"],
    formFactor: "desktop",
    screenEmulation: { mobile: false, width: 1_440, height: 900, deviceScaleFactor: 1, disabled: false },
    throttlingMethod: "provided",
    maxWaitForLoad: 20_000,
  });
  const score = (category: string) => (result?.lhr.categories[category]?.score ?? 0) * 100;
  return [
    atLeast("run page: Lighthouse, performance", score("performance"), 95),
    atLeast("run page: Lighthouse, accessibility", score("accessibility"), 100),
  ];
}
