import type { Report } from "#lib/domain/report/report.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** What the time of a run went into, added up over its steps; several may go on at once. */
export function timeSums({ time, declaredAt, startedAt }: Report) {
  const before = startedAt === null ? 0 : secondsBetween(declaredAt, startedAt);
  return [
    { kind: "before", words: t("Before the start"), seconds: before },
    { kind: "people", words: t("People worked"), seconds: time.peopleSeconds },
    { kind: "command", words: t("Commands ran"), seconds: time.machineSeconds },
    { kind: "waiting", words: t("Waited for people"), seconds: time.waitingSeconds },
  ] as const;
}

/** From the declaration to the end, however it ended; null before that. */
export const secondsInAll = ({ declaredAt, endedAt }: Report): number | null =>
  endedAt === null ? null : secondsBetween(declaredAt, endedAt);

export const secondsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 1_000);

/** "11 of 13 steps that apply are completed, 1 overridden, 1 skipped, 4 do not apply". */
export function stepsInBrief({ steps }: Report): string {
  const count = (...states: string[]) => steps.filter(({ state }) => states.includes(state)).length;
  const left = count("not_applicable");
  const [completed, overridden, skipped] = [count("completed"), count("overridden"), count("skipped")];
  const all = steps.length - left;
  const undone = all - completed - overridden - skipped;
  return row([
    tn("{done} of {count} step that applies completed", "{done} of {count} steps that apply completed", all, {
      done: completed,
    }),
    ...(overridden > 0 ? [t("{count} overridden", { count: overridden })] : []),
    ...(skipped > 0 ? [t("{count} skipped", { count: skipped })] : []),
    ...(undone > 0 ? [t("{count} not done", { count: undone })] : []),
    ...(left > 0 ? [t("{count} not applicable", { count: left })] : []),
  ]);
}
