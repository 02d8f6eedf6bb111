import type { Who } from "#lib/domain/instant.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { ROLL_CALL } from "#lib/domain/run/remind.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

type PeopleEvent = Extract<
  RunEvent,
  { type: `person.${string}` | `position.${string}` | `presence.${string}` | `command.${string}` | "people.reminded" }
>;
type HelpEvent = Extract<RunEvent, { type: "step.assigned" | `help.${string}` }>;

/** Folds who fills a position, who is there and who commands. Whoever comes to command ends what was offered. */
export function evolvePeople(run: Run, event: PeopleEvent, by: Who, at: string): Run {
  switch (event.type) {
    case "person.changed":
      return { ...run, people: { ...run.people, [event.person.id]: { role: event.role, at } } };
    case "position.filled":
      return { ...run, positions: { ...run.positions, [event.position]: event.filled } };
    case "presence.confirmed":
      return { ...run, presence: { ...run.presence, [event.person.id]: { by, at } } };
    case "people.reminded": {
      const { step = ROLL_CALL, to, unreached } = event;
      return { ...run, reminded: { ...run.reminded, [step]: { by, at, to, unreached } } };
    }
    case "command.offered":
      return { ...run, commandOffer: { to: event.to, by, at } };
    case "command.declined":
    case "command.withdrawn":
      return withoutOffer(run);
    case "command.accepted":
      return { ...withoutOffer(run), commander: event.to };
    case "command.taken": {
      const { from, to, reason } = event;
      return { ...withoutOffer(run), commander: to, takenCommands: [...run.takenCommands, { from, to, at, reason }] };
    }
  }
}

/** Folds whose a step is, and whether somebody needs help with it. */
export function evolveHelp(step: StepState, event: HelpEvent, by: Who, at: string): StepState {
  switch (event.type) {
    case "step.assigned":
      return { ...step, assigned: { to: event.to, by, at } };
    case "help.asked":
      return { ...step, help: { by, at, reason: event.reason } };
    case "help.settled":
      return withoutHelp(step);
  }
}

/** With a step that is done, or decided in place of doing it, nobody needs help any more. */
export const withoutHelpOnceOver = (step: StepState): StepState =>
  step.status === "completed" || step.status === "overridden" || step.status === "skipped" ? withoutHelp(step) : step;

function withoutHelp({ help: _, ...step }: StepState): StepState {
  return step;
}

function withoutOffer({ commandOffer: _, ...run }: Run): Run {
  return run;
}
