import { type Browser, chromium } from "@playwright/test";
import type { Command } from "#lib/domain/run/command.ts";
import { send } from "./api.ts";
import { benchBrowser } from "./browser.ts";
import { measureBusyPage } from "./busy-page.ts";
import { measureByLighthouse } from "./by-lighthouse.ts";
import { measureDisaster } from "./disaster.ts";
import { type Figure, limit, told } from "./figures.ts";
import { forget, newContext, type OpenRun, openRun, seenIn } from "./opened-page.ts";
import { spotsOf, work } from "./press.ts";
import { asColleague, type People, type Product } from "./product.ts";

/** What a browser makes of the run page of the production build: the budgets of a page that is opened in a hurry. */

const DEBUGGING_PORT = 9_333;
const SMALL = 17;
const EVENTS_PER_SECOND = 20;
const CHANGED = 5;
const KB = 1_000;
/** The last part of the page to come. */
const NOTE = "[data-shortcut=note]";

export async function measurePage(product: Product): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: benchBrowser(),
    args: [`--remote-debugging-port=${DEBUGGING_PORT}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    const small = await openRun(product, SMALL);
    const colleague = await asColleague(product);
    return [
      ...(await measureDisaster(browser, product)),
      ...(await measureFirstLoad(browser, product, small)),
      ...(await measureSight(browser, { product, colleague }, small)),
      ...(await measureBusyPage(browser, { product, colleague })),
      ...(await measureByLighthouse(DEBUGGING_PORT, product, small)),
    ];
  } finally {
    await browser.close();
  }
}

/** Runs in the page: what waits for an idle browser waits until `beIdle`. */
function holdIdle(): void {
  const held: IdleRequestCallback[] = [];
  const { requestIdleCallback } = window;
  window.requestIdleCallback = (act) => held.push(act);
  Object.assign(globalThis, {
    beIdle: () => {
      window.requestIdleCallback = requestIdleCallback;
      for (const act of held) requestIdleCallback(act);
    },
  });
}

async function measureFirstLoad(browser: Browser, product: Product, run: OpenRun): Promise<Figure[]> {
  const context = await newContext(browser, product);
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const kb = async () => (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0) / KB;
  await page.addInitScript(holdIdle);
  await page.goto(run.address, { waitUntil: "networkidle" }).catch(() => undefined); // its event stream never ends
  await page.getByRole("heading", { level: 1 }).waitFor();
  const first = await kb();
  await page.evaluate(() => (globalThis as unknown as { beIdle: () => void }).beIdle());
  await page.locator(NOTE).waitFor();
  await page.waitForTimeout(1_000); // parts of the parts
  const later = (await kb()) - first;
  await context.close();
  return [
    limit("run page: JavaScript of its first load, compressed", first, 220, "KB"),
    told("run page: JavaScript that is fetched when the browser is idle", later, "KB"),
  ];
}

/** As whoever opens it has it. */
async function measureSight(browser: Browser, { product, colleague }: People, run: OpenRun): Promise<Figure[]> {
  const context = await newContext(browser, product);
  const page = await context.newPage();
  await page.goto(run.address, { waitUntil: "networkidle" }).catch(() => undefined); // its event stream never ends
  await page.locator(NOTE).waitFor();
  await work(page, await spotsOf(page));
  await events(product, run.id, EVENTS_PER_SECOND, 2);
  const { lcpMs, shift, slowestInputMs } = await seenIn(page);
  await forget(page);
  await changeInSight(colleague, run.id);
  const inSight = await seenIn(page);
  await context.close();
  return [
    limit("run page: largest contentful paint", lcpMs, 1_200, "ms"),
    limit("run page: cumulative layout shift, while events arrive", shift, 0.02, ""),
    limit("the same while the cards in sight are begun, fail and are completed", inSight.shift, 0.02, ""),
    limit("run page: slowest of some presses until it is painted", slowestInputMs, 100, "ms"),
  ];
}

/** Cards in sight that nobody has begun, each through the states that it may come to. */
async function changeInSight(product: Product, runId: string): Promise<void> {
  for (let i = 2; i < 2 + CHANGED; i++) {
    const step = String(i);
    const commands: Command[] = [
      { type: "step.start", step },
      { type: "step.fail", step, reason: "It did not answer." },
      { type: "step.retry", step, reason: "It was not plugged in." },
      { type: "step.complete", step },
    ];
    for (const command of commands) {
      await send(product, runId, command);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
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
