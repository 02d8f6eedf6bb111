import { formatDuration } from "#lib/client/format.ts";
import type { Past } from "#lib/contract/procedures.ts";
import { joined, t, tn } from "#lib/words/t.ts";

export type PastRun = Past["runs"][number];

/** More bars than these are too thin to be told apart; the table has them all. */
const DRAWN = 24;

/** The latest of them, of drills and of live runs at least half as many as there is room for, where there are so many. */
export function drawnRuns(runs: readonly PastRun[]): PastRun[] {
  const [drills, live] = [runs.filter(({ mode }) => mode === "drill"), runs.filter(({ mode }) => mode === "live")];
  const room = (others: readonly PastRun[]) => Math.max(DRAWN / 2, DRAWN - others.length);
  const drawn = new Set([...drills.slice(-room(live)), ...live.slice(-room(drills))]);
  return runs.filter((run) => drawn.has(run));
}

/** What past drills say of how long it takes, in sentences. `runs`: the first of them first. */
export function trendWords(runs: readonly PastRun[]): string {
  const drills = runs.filter(({ mode }) => mode === "drill");
  if (drills.length === 0) return t("No drill of it has come to its end.");
  return joined(measuredWords(drills.filter(isMeasured)), simulatedWords(drills));
}

const isMeasured = ({ onlySimulated }: PastRun): boolean => !onlySimulated;

/** The look of its bar: what was only simulated is hollow. */
export function barLook({ mode, onlySimulated }: Pick<PastRun, "mode" | "onlySimulated">): string {
  if (onlySimulated) return "border-2 border-drill-solid";
  return mode === "drill" ? "bg-drill-solid" : "bg-ink";
}

function measuredWords(drills: readonly PastRun[]): string | null {
  const times = drills.map(({ rtaSeconds }) => rtaSeconds);
  const [last, before] = [times.at(-1), times.at(-2)];
  if (last === undefined) return null;
  if (before === undefined) return t("The last drill took {time}. It was the only one.", { time: words(last) });
  const half = t("The median of {count} drills is {time}.", { count: times.length, time: words(median(times)) });
  return joined(compared(last, last - before), half);
}

function compared(last: number, more: number): string {
  const values = { time: words(last), difference: words(Math.abs(more)) };
  if (more === 0) return t("The last drill took {time}, as long as the one before.", values);
  if (more < 0) return t("The last drill took {time}, {difference} less than the one before.", values);
  return t("The last drill took {time}, {difference} more than the one before.", values);
}

function simulatedWords(drills: readonly PastRun[]): string | null {
  const count = drills.filter(({ onlySimulated }) => onlySimulated).length;
  if (count === 0) return null;
  return tn(
    "{count} drill was only simulated: its time is that of no recovery.",
    "{count} drills were only simulated: their times are those of no recovery.",
    count,
  );
}

/** How long one took, against its objective. */
export function resultWords({ rtaSeconds, rtoSeconds, onlySimulated }: PastRun): string {
  const time = words(rtaSeconds);
  if (onlySimulated) return t("took {time}, only simulated", { time });
  if (rtoSeconds === null) return t("took {time}, no objective", { time });
  const objective = words(rtoSeconds);
  if (rtaSeconds <= rtoSeconds) return t("took {time}, within the objective of {objective}", { time, objective });
  const over = words(rtaSeconds - rtoSeconds);
  return t("took {time}, {over} over the objective of {objective}", { time, over, objective });
}

/** What a height means: from nothing at the foot to `top` seconds, with round marks between, in seconds. */
export type TrendScale = { top: number; ticks: readonly number[] };

/** An objective more than this many times the longest run would press the runs to nothing. */
const OBJECTIVE_WITHIN = 2;
const MOST_TICKS = 4;
const DAY = 86_400;
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, DAY];

/** A scale that holds every run, and the objectives that are not far above them. */
export function trendScale(runs: readonly PastRun[]): TrendScale {
  const longest = Math.max(1, ...runs.map(({ rtaSeconds }) => rtaSeconds));
  const objectives = objectivesOf(runs).filter((seconds) => seconds <= OBJECTIVE_WITHIN * longest);
  const most = Math.max(longest, ...objectives);
  const step = STEPS.find((each) => most / each <= MOST_TICKS) ?? Math.ceil(most / MOST_TICKS / DAY) * DAY;
  const count = Math.ceil(most / step);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** What is said of objectives that the scale does not reach; null where it reaches all. */
export function aboveWords(runs: readonly PastRun[], { top }: TrendScale): string | null {
  const above = objectivesOf(runs).filter((seconds) => seconds > top);
  const most = above[0];
  if (most === undefined) return null;
  const objective = words(most);
  return above.length === 1
    ? t("The objective of {objective} is far above the runs: it is drawn at the top, not to scale.", { objective })
    : t("Objectives of up to {objective} are far above the runs: they are drawn at the top, not to scale.", {
        objective,
      });
}

/** The objective that was set last: the one that is named beside the picture. */
export const lastObjective = (runs: readonly PastRun[]): number | null =>
  runs.findLast(({ rtoSeconds }) => rtoSeconds !== null)?.rtoSeconds ?? null;

/** Each once, the largest first, in seconds. */
const objectivesOf = (runs: readonly PastRun[]): number[] =>
  [...new Set(runs.flatMap(({ rtoSeconds }) => rtoSeconds ?? []))].toSorted((a, b) => b - a);

export const tickWords = (seconds: number): string => (seconds === 0 ? "0" : words(seconds));

const words = (seconds: number): string => formatDuration(seconds * 1_000);

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
