import type { Browser, Page } from "@playwright/test";
import type { RunView } from "#lib/contract/runs.ts";
import type { Site } from "#lib/contract/sites.ts";
import { untilPressesAreHeard } from "../e2e/testing/presses-heard.ts";
import { call, send } from "./api.ts";
import { type Figure, limit, median, timing } from "./figures.ts";
import { newContext } from "./opened-page.ts";
import type { Product } from "./product.ts";

/** How quickly a disaster is started from the overview with the defaults, by keyboard. */

const PRESSES = ["n", "Control+Enter"] as const;
const SAMPLES = 7;
/**
 * Card, Moran and Newell, "The keystroke-level model for user performance time with interactive systems", 1980: a key takes
 * an average typist who is no secretary 0.28 s, and to make up one's mind before a part of the task 1.35 s.
 */
const KEY_MS = 280;
const MIND_MS = 1_350;
/** To begin, and to read what would be started before it is. */
const MINDS = 2;
const GOAL_MS = 20_000;

export async function measureDisaster(browser: Browser, product: Product): Promise<Figure[]> {
  await rehearse(product);
  const context = await newContext(browser, product);
  const page = await context.newPage();
  const samples: number[] = [];
  for (let i = 0; i < SAMPLES; i++) samples.push(await startOne(page, product));
  await context.close();
  const keys = PRESSES.flatMap((press) => press.split("+")).length;
  return [
    timing("disaster from the overview, with the defaults: what the machine takes of it", samples),
    limit(
      `the same with ${keys} keys and ${MINDS} decisions of a person, by the keystroke-level model`,
      keys * KEY_MS + MINDS * MIND_MS + median(samples),
      GOAL_MS,
      "ms",
    ),
  ];
}

/** What was run last is what is suggested. */
async function rehearse(product: Product): Promise<void> {
  const { sites } = await call<{ sites: Site[] }>(product, "GET", "/api/sites");
  const [source, destination] = sites.filter(({ practice }) => practice);
  const { id, document } = await call<{ id: string; document: { roles: { key: string }[] } }>(
    product,
    "GET",
    "/api/procedures/disaster-recovery-switchover",
  );
  const roles = document.roles.map(({ key }) => [key, (key === "destination" ? destination : source)?.id]);
  const wish = { procedureId: id, mode: "drill", type: "unplanned", sites: Object.fromEntries(roles), start: true };
  const { run } = await call<RunView>(product, "POST", "/api/runs", wish);
  await send(product, run.id, { type: "run.abort", reason: "Only to be the last" });
}

/** From the first press on the overview until the first step of the run can be pressed. */
async function startOne(page: Page, product: Product): Promise<number> {
  await page.goto(`${product.baseUrl}/`);
  await untilPressesAreHeard(page);
  const began = performance.now();
  const [open, start] = PRESSES;
  await page.keyboard.press(open);
  await page.getByRole("button", { name: "Start LIVE run" }).waitFor();
  await page.keyboard.press(start);
  await page.waitForURL(/\/runs\/R-\d+$/);
  await page.locator("[data-step][data-state=ready]").first().waitFor();
  const took = performance.now() - began;
  const number = /R-(\d+)$/.exec(page.url())?.[1];
  const { run } = await call<RunView>(product, "GET", `/api/runs/${number}`);
  await send(product, run.id, { type: "run.abort", reason: "Only measured" });
  return took;
}
