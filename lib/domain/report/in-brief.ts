import type { Report } from "#lib/domain/report/report.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** What the time of a run went into, added up over its steps; several may go on at once. */
export function timeSums({ time, declaredAt, startedAt }: Report) {
  const before = startedAt === null ? 0 : Math.round((Date.parse(startedAt) - Date.parse(declaredAt)) / 1_000);
  return [
    { kind: "before", words: t("Before the start"), seconds: before },
    { kind: "people", words: t("People worked"), seconds: time.peopleSeconds },
    { kind: "command", words: t("Commands ran"), seconds: time.machineSeconds },
    { kind: "waiting", words: t("Waited for people"), seconds: time.waitingSeconds },
  ] as const;
}

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
