import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { RunView } from "#lib/contract/runs.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { call, manualSteps, startedRun } from "./api.ts";
import type { Product } from "./product.ts";

/** A run page in a browser that tells of its own work. */

export type OpenRun = { id: string; address: string };

export async function openRun(product: Product, steps: number): Promise<OpenRun> {
  const id = await startedRun(product, `page-${steps}`, manualSteps(steps));
  const { run } = await call<RunView>(product, "GET", `/api/runs/${id}`);
  return { id, address: `${product.baseUrl}/runs/${runLabel(run.number)}` };
}

export async function newContext(browser: Browser, product: Product): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  await signInAs(context, product);
  await context.addInitScript(observe);
  return context;
}

export async function signInAs(context: BrowserContext, { cookie, baseUrl }: Product): Promise<void> {
  const cookies = cookie.split("; ").map((each) => each.split(/=(.*)/s));
  await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: baseUrl })));
}

/** Runs in the page: keeps what the browser tells of its own work. */
function observe(): void {
  const seen = { lcpMs: 0, shift: 0, longestTaskMs: 0, longestFrameMs: 0, slowestInputMs: 0, presses: 0 };
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
  watch("long-animation-frame", ({ duration }) => {
    seen.longestFrameMs = Math.max(seen.longestFrameMs, duration);
  });
  watch(
    "event",
    ({ duration }) => {
      seen.slowestInputMs = Math.max(seen.slowestInputMs, duration);
    },
    { durationThreshold: 16 },
  );
  const count = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest("button")) seen.presses++;
  };
  document.addEventListener("click", count, { capture: true });
}

export type Seen = Record<
  "lcpMs" | "shift" | "longestTaskMs" | "longestFrameMs" | "slowestInputMs" | "presses",
  number
>;

export const seenIn = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** Runs in the page: what was kept so far does not count. */
export const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const nothing = { shift: 0, longestTaskMs: 0, longestFrameMs: 0, slowestInputMs: 0, presses: 0 };
    Object.assign((globalThis as unknown as { seen: Seen }).seen, nothing);
  });
