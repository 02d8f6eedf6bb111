import { noOpSteps, send, startedRun } from "./api.ts";
import { type Figure, timing } from "./figures.ts";
import type { Product } from "./product.ts";
import { Viewers } from "./viewers.ts";

const SAMPLES = 150;
const WARM = 20;

/** From pressing Run on a command that does nothing to another viewer having its step completed. */
export async function measureAutomated(product: Product): Promise<Figure[]> {
  const runId = await startedRun(product, "automated", noOpSteps(SAMPLES + WARM + 1));
  const viewers = await Viewers.open(1, `${product.baseUrl}/api/runs/${runId}/events`, product.cookie);
  const samples: number[] = [];
  for (let i = 0; i < SAMPLES + WARM; i++) {
    const step = String(i + 1);
    const seen = viewers.allSee('"step.completed"', `"step":"${step}"`);
    const began = performance.now();
    await send(product, runId, { type: "step.start", step });
    samples.push((await seen) - began);
  }
  viewers.close();
  const goal = { median: 15, p99: 25 };
  return [timing("Run pressed on a no-op command -> another viewer has `completed`", samples.slice(WARM), goal)];
}
