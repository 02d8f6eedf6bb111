import { z } from "zod";
import { bareName } from "#lib/domain/actor-name.ts";
import { Answer } from "#lib/domain/condition.ts";
import { Instant } from "#lib/domain/instant.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import type { Run } from "#lib/domain/run/state.ts";

export const ReportedAnswer = z.object({
  label: z.string(),
  answer: Answer,
  /** Who said so last, with the declaration or later; null where nobody has. */
  said: z.object({ by: z.string(), at: Instant }).nullable(),
});
export type ReportedAnswer = z.infer<typeof ReportedAnswer>;

/** What is answered to each question of the procedure, and who said so when. */
export const answersOf = (procedure: Procedure, run: Run, events: readonly LoggedEvent[]): ReportedAnswer[] =>
  procedure.facts.map(({ key, label }) => {
    const last = events.findLast(({ event }) => answers(event, key));
    return {
      label,
      answer: run.facts[key] ?? "unknown",
      said: last ? { by: bareName(last.actor), at: last.at } : null,
    };
  });

const answers = (event: LoggedEvent["event"], fact: string): boolean =>
  event.type === "run.created"
    ? (event.run.facts[fact] ?? "unknown") !== "unknown"
    : event.type === "fact.answered" && event.fact === fact;
