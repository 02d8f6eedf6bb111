import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { assigneeOf, holdersOf } from "#lib/domain/run/assignee.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import type { Assignee, Filled, Run, StepState } from "#lib/domain/run/state.ts";

type PeopleEvent = Extract<
  RunEvent,
  { type: `position.${string}` | `presence.${string}` | `command.${string}` | `help.${string}` | "step.assigned" }
>;

/** What people settled among themselves, after the name of who did it. */
export function peopleEventWords(event: PeopleEvent, procedure: Procedure): string {
  switch (event.type) {
    case "command.taken":
      return `took command from ${event.from.name}: ${event.reason}`;
    case "command.offered":
      return `offered command to ${event.to.name}`;
    case "command.accepted":
      return `accepted command from ${event.from.name}`;
    case "command.declined":
      return `declined command: ${event.reason}`;
    case "command.withdrawn":
      return `took back the offer of command to ${event.to.name}`;
    case "position.filled":
      return `filled ${positionTitle(procedure, event.position)}: ${filledWords(event.filled)}`;
    case "presence.confirmed":
      return `noted that ${event.person.name} is here`;
    case "step.assigned":
      return event.to
        ? `assigned step ${event.step} to ${"person" in event.to ? event.to.person.name : positionTitle(procedure, event.to.position)}`
        : `assigned step ${event.step} to nobody in particular`;
    case "help.asked":
      return `needs help with step ${event.step}: ${event.reason}`;
    case "help.settled":
      return `settled the call for help with step ${event.step}: ${event.how}`;
  }
}

function filledWords({ person, deputy }: Filled): string {
  if (!person && !deputy) return "nobody";
  return [...(person ? [person.name] : []), ...(deputy ? [`${deputy.name} as deputy`] : [])].join(", ");
}

/** "Ren Okada", "Database lead (Ren Okada)", "Database lead (nobody fills it)". */
export function assigneeWords(procedure: Procedure, run: Pick<Run, "positions">, assignee: Assignee): string {
  if ("person" in assignee) return assignee.person.name;
  const [holder] = holdersOf(run, assignee);
  return `${positionTitle(procedure, assignee.position)} (${holder?.name ?? "nobody fills it"})`;
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
