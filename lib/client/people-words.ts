import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { assigneeOf, holdersOf } from "#lib/domain/run/assignee.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import type { Assignee, Filled, Run, StepState } from "#lib/domain/run/state.ts";
import { row, t } from "#lib/words/t.ts";

type PeopleEvent = Extract<
  RunEvent,
  { type: `position.${string}` | `presence.${string}` | `command.${string}` | `help.${string}` | "step.assigned" }
>;

/** What people settled among themselves, after the name of who did it. */
export function peopleEventWords(event: PeopleEvent, procedure: Procedure): string {
  switch (event.type) {
    case "command.taken":
      return t("took command from {person}: {reason}", { person: event.from.name, reason: event.reason });
    case "command.offered":
      return t("offered command to {person}", { person: event.to.name });
    case "command.accepted":
      return t("accepted command from {person}", { person: event.from.name });
    case "command.declined":
      return t("declined command: {reason}", { reason: event.reason });
    case "command.withdrawn":
      return t("took back the offer of command to {person}", { person: event.to.name });
    case "position.filled":
      return t("filled {position}: {people}", {
        position: positionTitle(procedure, event.position),
        people: filledWords(event.filled),
      });
    case "presence.confirmed":
      return t("noted that {person} is here", { person: event.person.name });
    case "step.assigned":
      return event.to
        ? t("assigned step {step} to {whom}", {
            step: event.step,
            whom: "person" in event.to ? event.to.person.name : positionTitle(procedure, event.to.position),
          })
        : t("assigned step {step} to nobody in particular", { step: event.step });
    case "help.asked":
      return t("needs help with step {step}: {reason}", { step: event.step, reason: event.reason });
    case "help.settled":
      return t("settled the call for help with step {step}: {how}", { step: event.step, how: event.how });
  }
}

function filledWords({ person, deputy }: Filled): string {
  if (!person && !deputy) return t("nobody");
  return row([...(person ? [person.name] : []), ...(deputy ? [t("{person} as deputy", { person: deputy.name })] : [])]);
}

/** "Ren Okada", "Database lead (Ren Okada)", "Database lead (nobody fills it)". */
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

/** Whether the step is this person's: by name, or because they fill its position or stand in. */
export const isOf = (run: Run, { step, state }: { step: Step; state: StepState }, id: string): boolean =>
  holdersOf(run, assigneeOf(step, state)).some((who) => who.id === id);
