import { setTimeout as sleep } from "node:timers/promises";
import { manualSteps, send, startedRun } from "./api.ts";
import { type Figure, p99, timing } from "./figures.ts";
import type { Product } from "./product.ts";
import { Viewers } from "./viewers.ts";

const SAMPLES = 150;
const WARM = 20;
const VIEWERS = 50;
const PACE_MILLISECONDS = 50;
const LONGEST_P99 = 50;

/** 100 lines each 100 ms, until it is canceled. */
const CHATTER = `let n = 0;
setInterval(() => {
  for (let i = 0; i < 100; i++) console.log("line " + n++ + " of what a talkative command says about itself");
}, 100);`;

/** A step marked done while a command of the same run writes 1,000 lines a second, and before it does. */
export async function measureOutput(product: Product): Promise<Figure[]> {
  const count = SAMPLES + WARM;
  const command = String(2 * count + 1);
  const runId = await startedRun(product, "output", [
    ...manualSteps(2 * count),
    { kind: "automated", argv: [process.execPath, "-e", CHATTER] },
  ]);
  for (let i = 0; i < 2 * count; i++) await send(product, runId, { type: "step.start", step: String(i + 1) });
  const run = `${product.baseUrl}/api/runs/${runId}`;
  const viewers = await Viewers.open(VIEWERS, `${run}/events`, product.cookie);
  const before = await marked(product, runId, viewers, 0);
  await send(product, runId, { type: "step.start", step: command });
  const readers = await Viewers.open(VIEWERS, `${run}/steps/${command}/attempts/1/output/events`, product.cookie);
  const during = await marked(product, runId, viewers, count);
  await readers.allSee("line ");
  await send(product, runId, { type: "step.cancel", step: command });
  readers.close();
  viewers.close();
  const goal = { median: LONGEST_P99, p99: LONGEST_P99 };
  return [
    timing(`step marked done -> last of ${VIEWERS} viewers has it, 20 a second`, before),
    timing(`the same while ${VIEWERS} of them also read 1,000 lines a second`, during, goal),
    timing("delay of its p99 by the output", [Math.max(0, p99(during) - p99(before))], goal),
  ];
}

async function marked(product: Product, runId: string, viewers: Viewers, first: number): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < SAMPLES + WARM; i++) {
    const step = String(first + i + 1);
    const seen = viewers.allSee('"step.completed"', `"step":"${step}"`);
    const began = performance.now();
    await send(product, runId, { type: "step.complete", step });
    samples.push((await seen) - began);
    await sleep(PACE_MILLISECONDS);
  }
  return samples.slice(WARM);
}
