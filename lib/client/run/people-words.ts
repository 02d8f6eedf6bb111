import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { assigneeOf, holdersOf } from "#lib/domain/run/assignee.ts";
import type { Assignee, Run, StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** "Ren Okada", "Database lead (Ren Okada)", "Database lead (unfilled)". */
export function assigneeWords(procedure: Procedure, run: Pick<Run, "positions">, assignee: Assignee): string {
  if ("person" in assignee) return assignee.person.name;
  const [holder] = holdersOf(run, assignee);
  const title = positionTitle(procedure, assignee.position);
  return holder ? `${title} (${holder.name})` : t("{position} (unfilled)", { position: title });
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
