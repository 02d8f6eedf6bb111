import { medianWords } from "#lib/client/run/forecast-words.ts";
import type { Outlook } from "#lib/domain/outlook.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** "At best: 3 of 15 steps have no estimate, 2 decisions count as no time", "All 15 steps are estimated". */
export function coverageWords({ seconds, steps, unknown, decisions }: Outlook): string {
  if (steps === 0) return t("No step would apply");
  if (seconds === null) return t("No step that would apply has an estimate");
  const decided = tn("{count} decision counts as no time", "{count} decisions count as no time", decisions);
  if (unknown === 0) {
    return decisions > 0
      ? t("At best: {decisions}", { decisions: decided })
      : tn("The one step is estimated", "All {count} steps are estimated", steps);
  }
  const lacking = tn(
    "At best: {count} of {all} steps has no estimate",
    "At best: {count} of {all} steps have no estimate",
    unknown,
    { all: steps },
  );
  return decisions > 0 ? row([lacking, decided]) : lacking;
}

/** "5 by the procedure, 7 by past runs: median of 1 to 3 drills, 2 only simulated"; null where nothing is estimated. */
export function basisWords(outlook: Outlook): string | null {
  const { shown } = outlook;
  const told = [estimatedBy(outlook), shown > 0 ? t("{count} only simulated", { count: shown }) : null];
  return row(told.filter((words) => words !== null)) || null;
}

function estimatedBy({ byProcedure, byPast, pastRuns }: Outlook): string | null {
  if (pastRuns === null) return byProcedure === 0 ? null : t("by the procedure");
  const median = pastWords(pastRuns);
  return byProcedure === 0
    ? median
    : t("{own} by the procedure, {others} by past runs: {median}", { own: byProcedure, others: byPast, median });
}

function pastWords({ least, most, drills }: NonNullable<Outlook["pastRuns"]>): string {
  const runs = least === most ? String(most) : t("{least} to {most}", { least, most });
  switch (drills) {
    case "some":
      return t("median of {runs} runs, drills among them", { runs });
    case "all":
      return most === 1 ? medianWords({ runs: 1, drills: 1 }) : t("median of {runs} drills", { runs });
    case "none":
      return most === 1 ? medianWords({ runs: 1, drills: 0 }) : t("median of {runs} live runs", { runs });
  }
}
