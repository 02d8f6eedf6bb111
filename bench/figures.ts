/** One measured promise: what, how much, and the goal it is held against. */
export type Figure = { what: string; median: string; p99: string; goal: string; met: boolean | null };

const sorted = (samples: number[]): number[] => [...samples].sort((a, b) => a - b);

function percentile(samples: number[], share: number): number {
  const value = sorted(samples)[Math.min(samples.length - 1, Math.floor(samples.length * share))];
  if (value === undefined) throw new Error("Nothing was measured.");
  return value;
}

export const median = (samples: number[]): number => percentile(samples, 0.5);
export const p99 = (samples: number[]): number => percentile(samples, 0.99);
const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** Milliseconds against goals in milliseconds; without goals it is there to compare with. */
export function timing(what: string, samples: number[], goal?: { median: number; p99: number }): Figure {
  const met = goal ? median(samples) <= goal.median && p99(samples) <= goal.p99 : null;
  const wanted = goal ? `${goal.median} / ${goal.p99} ms` : "";
  return { what, median: ms(median(samples)), p99: ms(p99(samples)), goal: wanted, met };
}

/** One value against the most it may be. */
export function limit(what: string, value: number, most: number, unit: string): Figure {
  const shown = `${unit === "" ? value.toFixed(2) : value.toFixed(0)}${unit && ` ${unit}`}`;
  return { what, median: shown, p99: "", goal: `${most}${unit && ` ${unit}`} or less`, met: value <= most };
}

/** One value that is there to compare with. */
export function told(what: string, value: number, unit: string): Figure {
  return { what, median: `${value.toFixed(0)}${unit && ` ${unit}`}`, p99: "", goal: "", met: null };
}

/** How many a second against the fewest that are promised. */
export function rate(what: string, perSecond: number, fewest: number): Figure {
  const shown = `${perSecond.toFixed(0)}/s`;
  return { what, median: shown, p99: "", goal: `${fewest}/s or more`, met: perSecond >= fewest };
}

/** A ratio against the least that is promised. */
export function atLeast(what: string, value: number, least: number): Figure {
  return { what, median: value.toFixed(2), p99: "", goal: `${least} or more`, met: value >= least };
}

/** Scores of the same against the least that their median is promised to be; the worst stands in the place of a p99. */
export function scored(what: string, scores: number[], least: number): Figure {
  const figure = atLeast(what, median(scores), least);
  return { ...figure, median: median(scores).toFixed(0), p99: `worst ${Math.min(...scores).toFixed(0)}` };
}

export const table = (figures: Figure[]): string =>
  ["| what | median | p99 | goal | |", "|---|---|---|---|---|", ...figures.map(row)].join("\n");

function row({ what, median, p99, goal, met }: Figure): string {
  const verdict = met === null ? "" : met ? "met" : "**missed**";
  return `| ${what} | ${median} | ${p99} | ${goal} | ${verdict} |`;
}

/** What was written before, with these figures in the place of their rows. Throws for one that has none. */
export function withRows(written: string, figures: Figure[]): string {
  return figures.reduce((text, figure) => {
    const at = text.split("\n").find((line) => line.startsWith(`| ${figure.what} |`));
    if (at === undefined) throw new Error(`No row says "${figure.what}": measure all of it, with --write alone.`);
    return text.replace(at, () => row(figure));
  }, written);
}

/** Milliseconds that `work` took, for each of `count` times, one after the other. */
export async function repeat(count: number, work: (i: number) => Promise<void>): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await work(i);
    samples.push(performance.now() - began);
  }
  return samples;
}
