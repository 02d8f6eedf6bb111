import type { Browser, Page } from "@playwright/test";
import type { Command } from "#lib/domain/run/command.ts";
import { send } from "./api.ts";
import { type Figure, limit, told } from "./figures.ts";
import { forget, newContext, openRun, type Seen, seenIn } from "./opened-page.ts";
import { spotsOf, work } from "./press.ts";
import type { People, Product } from "./product.ts";

/** A large run while much happens in it: whether its page still answers. */

const LARGE = 500;
const EVENTS_PER_SECOND = 20;
const BUSY_SECONDS = 10;
const SPELLS = 3;
/** Of the cards in sight those below the ones that are pressed, which stay where they were found. */
const IN_SIGHT = Array.from({ length: 18 }, (_, i) => 3 + i);
/** Every fifth pair of events is of a card in sight. */
const ONE_IN = 5;

/** Of the events alone, and of what is pressed among them. */
type Spell = Record<
  "longestTaskMs" | "longestOwnMs" | "longestFrameMs" | "slowestInputMs" | "longestPressedFrameMs" | "shift",
  number
>;

/** The worst of some spells, each on a run and a page of its own. */
export async function measureBusyPage(browser: Browser, people: People): Promise<Figure[]> {
  const spells: Spell[] = [];
  for (let i = 0; i < SPELLS; i++) spells.push(await measureSpell(browser, people));
  const of = (figure: keyof Spell) => Math.max(...spells.map((spell) => spell[figure]));
  const what = `run page of ${LARGE} steps, ${EVENTS_PER_SECOND} events a second`;
  return [
    limit(`${what}: longest task`, of("longestTaskMs"), 50, "ms"),
    limit(`${what}: most processor time of one task`, of("longestOwnMs"), 50, "ms"),
    limit(`${what}: longest frame`, of("longestFrameMs"), 50, "ms"),
    limit(`${what}: slowest press until it is painted`, of("slowestInputMs"), 100, "ms"),
    told(`${what}: longest frame of what a press asks for, 470 cards among it`, of("longestPressedFrameMs"), "ms"),
    limit(`${what}: cumulative layout shift`, of("shift"), 0.02, ""),
  ];
}

async function measureSpell(browser: Browser, { product, colleague }: People): Promise<Spell> {
  const run = await openRun(product, LARGE);
  const context = await newContext(browser, product);
  const page = await context.newPage();
  await page.goto(run.address);
  await page.locator("[data-step]").nth(20).waitFor();
  await page.waitForTimeout(2_000); // its own first work is over
  const spots = await spotsOf(page);
  const half = IN_SIGHT.length / 2;
  const { longestOwnMs, ...alone } = await ofEventsAlone(browser, page, () =>
    stepEvents(colleague, run.id, pairsOf(30, IN_SIGHT.slice(0, half))),
  );
  await forget(page);
  const busy = stepEvents(colleague, run.id, pairsOf(30 + PAIRS, IN_SIGHT.slice(half)));
  await work(page, spots);
  await busy;
  const pressed = await seenIn(page);
  await context.close();
  return {
    longestTaskMs: alone.longestTaskMs,
    longestOwnMs,
    longestFrameMs: alone.longestFrameMs,
    slowestInputMs: pressed.slowestInputMs,
    longestPressedFrameMs: pressed.longestFrameMs,
    shift: alone.shift + pressed.shift,
  };
}

async function ofEventsAlone(
  browser: Browser,
  page: Page,
  busy: () => Promise<void>,
): Promise<Seen & { longestOwnMs: number }> {
  await browser.startTracing(page, { categories: ["-*", "toplevel", "blink.user_timing"] });
  await forget(page);
  await mark(page, FROM);
  await busy();
  const seen = await seenIn(page);
  await mark(page, TO);
  return { ...seen, longestOwnMs: longestOwn(await browser.stopTracing()) };
}

const PAIRS = (EVENTS_PER_SECOND * BUSY_SECONDS) / 2;

type Pair = { step: string; commands: [Command, Command] };

/** Steps are begun and completed, so that cards change all over the page; those in sight fail once between. */
function pairsOf(first: number, inSight: readonly number[]): Pair[] {
  const seen = inSight.map(String).flatMap((step): Pair[] => [
    { step, commands: [start(step), { type: "step.fail", step, reason: "It did not answer." }] },
    { step, commands: [{ type: "step.retry", step, reason: "It was not plugged in." }, complete(step)] },
  ]);
  return Array.from({ length: PAIRS }, (_, i) => {
    const step = String(first + i);
    const below: Pair = { step, commands: [start(step), complete(step)] };
    return i % ONE_IN === ONE_IN - 1 ? (seen.shift() ?? below) : below;
  });
}

const start = (step: string): Command => ({ type: "step.start", step });
const complete = (step: string): Command => ({ type: "step.complete", step });

/** Each pair is due at its own time, and follows what was sent for its step before. */
async function stepEvents(product: Product, runId: string, pairs: readonly Pair[]): Promise<void> {
  const sent = new Map<string, Promise<unknown>>();
  for (const { step, commands } of pairs) {
    const after = (sent.get(step) ?? Promise.resolve()).then(async () => {
      for (const command of commands) await send(product, runId, command);
    });
    sent.set(step, after);
    await new Promise((resolve) => setTimeout(resolve, 2_000 / EVENTS_PER_SECOND));
  }
  await Promise.all(sent.values());
}

const [FROM, TO] = ["busy from", "busy to"];

const mark = (page: Page, name: string) => page.evaluate((said) => void performance.mark(said), name);

/** Of Chromium's trace events, times in microseconds. `tdur`: how long the thread had the processor. */
type Traced = { name: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number };

/** The most that one task of the page's thread took of the processor: what others made it wait is not in it. */
function longestOwn(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] };
  const from = traceEvents.find(({ name }) => name === FROM);
  const to = traceEvents.find(({ name }) => name === TO);
  if (!from || !to) throw new Error("The trace does not say when the page was busy.");
  const own = traceEvents
    .filter(({ pid, tid, name }) => pid === from.pid && tid === from.tid && name.endsWith("RunTask"))
    .filter(({ ts, dur = 0 }) => ts > from.ts && ts + dur < to.ts)
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1_000]));
  if (own.length === 0) throw new Error("The trace knows nothing of processor time.");
  return Math.max(...own);
}
