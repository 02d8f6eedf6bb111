import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import { assigneeOf, holderOf } from "#lib/domain/run/assignee.ts";
import type { Assignee, Run, StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** "Ren Okada", "Database lead (Ren Okada)", "Database lead (unfilled)". */
function assigneeWords(procedure: Procedure, run: Pick<Run, "positions" | "people">, assignee: Assignee): string {
  if ("person" in assignee) return nameIn(run, assignee.person, "run.note");
  const holder = holderOf(run, assignee.position);
  const title = positionTitle(procedure, assignee.position);
  return holder ? `${title} (${nameIn(run, holder, "run.note")})` : t("{position} (unfilled)", { position: title });
}

/** Whose the step is, in few words; null where it is anybody's. */
export function ownerWords(
  procedure: Procedure,
  run: Run,
  { step, state }: { step: Step; state: StepState },
): string | null {
  const assignee = assigneeOf(step, state);
  return assignee ? assigneeWords(procedure, run, assignee) : null;
}
