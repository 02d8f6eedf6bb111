import { manualSteps, send, startedRun } from "./api.ts";
import { type Figure, limit, median, repeat, timing } from "./figures.ts";
import type { Product } from "./product.ts";

const SMALL = 17;
const LARGE = 500;
const SAMPLES = 200;

/** The same command on a small and on a large run, in turns, so that both meet the same machine. */
export async function measureRunSize(product: Product): Promise<Figure[]> {
  const runs = {
    small: await startedRun(product, "small", manualSteps(SMALL)),
    large: await startedRun(product, "large", manualSteps(LARGE)),
  };
  const samples: Record<keyof typeof runs, number[]> = { small: [], large: [] };
  for (const run of ["small", "large"] as const) await send(product, runs[run], { type: "step.start", step: "1" });
  for (let i = 0; i < SAMPLES; i++) {
    for (const run of ["small", "large"] as const) {
      const tick = i === 0 ? { type: "sub_step.add" as const, title: "a line" } : toggle(i);
      const [took] = await repeat(1, async () => {
        await send(product, runs[run], { step: "1", ...tick });
      });
      if (took !== undefined && i > SAMPLES / 10) samples[run].push(took);
    }
  }
  return [
    timing(`a command on a run of ${SMALL} steps`, samples.small),
    timing(`the same on a run of ${LARGE} steps`, samples.large),
    limit(`${LARGE} steps against ${SMALL}, ratio of medians`, median(samples.large) / median(samples.small), 2, ""),
  ];
}

const toggle = (i: number) => ({
  type: i % 2 === 1 ? ("sub_step.tick" as const) : ("sub_step.untick" as const),
  subStep: "1.1",
});
