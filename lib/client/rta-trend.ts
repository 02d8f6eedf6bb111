import { formatDuration } from "#lib/client/format.ts";
import type { Past } from "#lib/contract/procedures.ts";

type PastRun = Past["runs"][number];

/** What the times of past drills say, in sentences; null where there was none. `runs`: the first of them first. */
export function trendWords(runs: readonly PastRun[]): string | null {
  const times = runs.filter(({ mode }) => mode === "drill").map(({ rtaSeconds }) => rtaSeconds);
  const [last, before] = [times.at(-1), times.at(-2)];
  if (last === undefined) return null;
  const took = `The last drill took ${words(last)}`;
  if (before === undefined) return `${took}. It was the only one.`;
  return `${took}, ${compared(last - before)}. Half of ${times.length} drills took ${words(median(times))} or less.`;
}

function compared(difference: number): string {
  if (difference === 0) return "as long as the one before";
  return `${words(Math.abs(difference))} ${difference < 0 ? "less" : "more"} than the one before`;
}

const words = (seconds: number): string => formatDuration(seconds * 1_000);

/** The time within which half of them, rounded up, came to their end. */
const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1] ?? 0;
