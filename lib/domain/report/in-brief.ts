import type { Report } from "#lib/domain/report/report.ts";
import { isTrouble } from "#lib/domain/report/trouble-kind.ts";
import { overAt } from "#lib/domain/run/read-state.ts";
import { secondsBetween } from "#lib/domain/whole-seconds.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** What the time of a run went into, added up over its steps, several of which may go on at once; a pause is the run's, and once. */
export function timeSums(report: Report) {
  const { declaredAt, startedAt, reachedAt } = report;
  const paused = pausedSeconds(report);
  // All of it may have been done before it was started here.
  const first = reachedAt !== null && startedAt !== null && reachedAt < startedAt ? reachedAt : startedAt;
  const before = first === null || declaredAt === null ? 0 : secondsBetween(declaredAt, first);
  return [
    { kind: "before", words: t("Before the start"), seconds: before },
    { kind: "people", words: t("People worked"), seconds: knownSum(report, "peopleSeconds") },
    { kind: "command", words: t("Commands ran"), seconds: knownSum(report, "machineSeconds") },
    { kind: "waiting", words: t("Waited for people"), seconds: knownSum(report, "waitingSeconds") },
    ...(paused > 0 ? [{ kind: "paused", words: t("The run was paused"), seconds: paused } as const] : []),
  ] as const;
}

/** Null where nobody knows: of what was recorded afterwards it is told when it was done, not what its time went into. */
export const knownSum = (report: Report, kind: keyof Report["time"]): number | null =>
  report.time[kind] === 0 && isRecordedAfterwards(report) ? null : report.time[kind];

export const timeNote = (report: Report): string =>
  isRecordedAfterwards(report)
    ? t("added up over the steps; several may go on at once; without what was recorded afterwards")
    : t("added up over the steps; several may go on at once");

const isRecordedAfterwards = ({ steps }: Report): boolean => steps.some(({ recordedAfterwards }) => recordedAfterwards);

const pausedSeconds = ({ trouble, asOf }: Report): number =>
  trouble
    .filter(({ kind }) => kind === "paused")
    .reduce((sum, { at, to }) => sum + secondsBetween(at, to ?? asOf ?? at), 0);

/** From the declaration to the end, however it ended; null before that. */
export function secondsInAll({ declaredAt, ...ended }: Report): number | null {
  const over = overAt(ended);
  return declaredAt === null || over === null ? null : secondsBetween(declaredAt, over);
}

/** What `secondsInAll` counts. */
export const inAllWords = ({ reachedAt }: Report): string =>
  reachedAt === null ? t("Declared to ended") : t("Declared to reached");

/** "11 of 13 steps that apply are completed, 1 overridden, 1 skipped, 4 do not apply". */
export function stepsInBrief({ steps }: Report): string {
  const count = (...states: string[]) => steps.filter(({ state }) => states.includes(state)).length;
  const left = count("not_applicable");
  const [completed, overridden, skipped] = [count("completed"), count("overridden"), count("skipped")];
  const all = steps.length - left;
  const failed = steps.filter(({ state }) => isTrouble(state)).length;
  const undone = all - completed - overridden - skipped - failed;
  return row([
    tn("{done} of {count} step that applies completed", "{done} of {count} steps that apply completed", all, {
      done: completed,
    }),
    ...(overridden > 0 ? [t("{count} overridden", { count: overridden })] : []),
    ...(skipped > 0 ? [t("{count} skipped", { count: skipped })] : []),
    ...(failed > 0 ? [t("{count} failed or stopped", { count: failed })] : []),
    ...(undone > 0 ? [t("{count} not done", { count: undone })] : []),
    ...(left > 0 ? [t("{count} not applicable", { count: left })] : []),
  ]);
}
