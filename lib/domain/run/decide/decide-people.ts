import { can } from "#lib/domain/grants.ts";
import type { Who } from "#lib/domain/instant.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Permission } from "#lib/domain/roles.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import type { Command, PeopleCommand, Report } from "#lib/domain/run/command.ts";
import { decideRemind } from "#lib/domain/run/decide/decide-remind.ts";
import type { Ruling, Situation } from "#lib/domain/run/decide/ruling.ts";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { isOnlyDecided, mayAskForHelp } from "#lib/domain/run/gate.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import { inOtherState, type Rejection } from "#lib/domain/run/rejection/rejection.ts";
import { isSettled, standing } from "#lib/domain/run/standing.ts";
import type { Assignee, Filled } from "#lib/domain/run/state.ts";
import { isSame } from "#lib/domain/same.ts";

/** The ids of the people a command names, whom its rule has to know. */
export function namedIn(command: Command | Report): string[] {
  switch (command.type) {
    case "position.fill":
      return [command.person, command.deputy].filter((id) => typeof id === "string");
    case "step.assign":
      return command.to && "person" in command.to ? [command.to.person] : [];
    case "command.offer":
      return [command.to];
    case "note.add":
      return command.mentions ?? [];
    default:
      return [];
  }
}

type Of<Type extends PeopleCommand["type"]> = Extract<PeopleCommand, { type: Type }>;

/** Who fills which position, who is there, whose a step is, who needs help, and who is to command. */
export function decidePeople(situation: Situation, command: PeopleCommand): Ruling {
  switch (command.type) {
    case "position.fill":
      return fill(situation, command);
    case "presence.confirm":
      return confirmPresence(situation, command);
    case "step.assign":
      return assign(situation, command);
    case "people.remind":
      return decideRemind(situation, command.step);
    case "help.ask":
      return askForHelp(situation, command);
    case "help.settle":
      return settleHelp(situation, command);
    case "command.offer":
      return offerCommand(situation, command.to);
    case "command.withdraw":
    case "command.accept":
    case "command.decline":
      return answerOffer(situation, command);
  }
}

/** The person with this id, when the console has them, they are active and their role allows what they are named for. */
function named({ people = [] }: Situation, id: string, permission: Permission): Who | Rejection {
  const found = people.find((person) => person.id === id);
  if (!found) return { code: "person_not_found" };
  const { name, role } = found;
  return can(role, permission) ? { id, name } : { code: "person_may_not", name, role };
}

const isRejection = (value: object): value is Rejection => "code" in value;

/** The people a note is meant for; whoever may read the run. */
export function mentioned(situation: Situation, ids: readonly string[] = []): Who[] | Rejection {
  const people: Who[] = [];
  for (const id of new Set(ids)) {
    const who = named(situation, id, "run.view");
    if (isRejection(who)) return who;
    people.push(who);
  }
  return people;
}

const hasPosition = ({ positions }: Procedure, key: string): boolean =>
  positions?.some((position) => position.key === key) ?? false;

function fill(situation: Situation, { position, person, deputy }: Of<"position.fill">): Ruling {
  const { procedure, run } = situation;
  if (!hasPosition(procedure, position)) return { code: "position_not_found", position };
  const before = run.positions[position] ?? {};
  const filled: Filled = {};
  for (const [part, id] of [
    ["person", person],
    ["deputy", deputy],
  ] as const) {
    const who = typeof id === "string" ? named(situation, id, "run.note") : id === null ? undefined : before[part];
    if (who && isRejection(who)) return who;
    if (who) filled[part] = who;
  }
  if (filled.person && filled.person.id === filled.deputy?.id) return { code: "deputy_is_person", position };
  if (isSame(filled, before)) return { code: "position_unchanged", position };
  return [{ type: "position.filled", position, filled, before }];
}

/** Everybody answers for themselves; the commander also for who answered by radio. */
function confirmPresence({ procedure, run, actor }: Situation, command: Of<"presence.confirm">): Ruling {
  const self = whoIs(actor);
  const id = command.person ?? self.id;
  if (id !== self.id && run.commander.id !== self.id) return { code: "not_commander", commander: run.commander };
  const person = roll(procedure, run).find((who) => who.id === id);
  if (!person) return { code: "not_on_roll" };
  const known = run.presence[id];
  if (known) return { code: "present_already", name: person.name, by: known.by, at: known.at };
  return [{ type: "presence.confirmed", person }];
}

function assign(situation: Situation, { step: number, to }: Of<"step.assign">): Ruling {
  const { procedure, run } = situation;
  const step = outline(procedure).byNumber.get(number);
  const state = stepState(run, number);
  if (!step || !state) return { code: "step_not_found", step: number };
  if (isSettled(run, step, state) && state.status !== "not_started") return inOtherState(state);
  if (to && "position" in to && !hasPosition(procedure, to.position)) {
    return { code: "position_not_found", position: to.position };
  }
  const who =
    to && "person" in to ? named(situation, to.person, isOnlyDecided(step) ? "run.note" : "run.operate") : null;
  if (who && isRejection(who)) return who;
  const assignee: Assignee | null = who ? { person: who } : to && "position" in to ? { position: to.position } : null;
  const known = state.assigned ? state.assigned.to : step.position === undefined ? null : { position: step.position };
  if (isSame(known, assignee)) return { code: "assigned_already", step: number };
  return [{ type: "step.assigned", step: number, to: assignee }];
}

function askForHelp({ procedure, run, actor }: Situation, { step: number, reason }: Of<"help.ask">): Ruling {
  const step = outline(procedure).byNumber.get(number);
  const state = stepState(run, number);
  if (!step || !state) return { code: "step_not_found", step: number };
  if (!mayAskForHelp(run, step, state, actor)) return { code: "not_permitted" };
  if (run.status === "draft") return { code: "run_not_started" };
  if (state.status === "not_started" && standing(run, step).applicability === "not_applicable") {
    return { code: "step_not_applicable", step: number };
  }
  if (isSettled(run, step, state)) return inOtherState(state);
  if (state.help) return { code: "help_asked_already", step: number, by: state.help.by, at: state.help.at };
  return [{ type: "help.asked", step: number, reason }];
}

function settleHelp({ run, actor }: Situation, { step: number, how }: Of<"help.settle">): Ruling {
  const help = stepState(run, number)?.help;
  if (!help) return { code: "help_not_asked", step: number };
  const id = whoIs(actor).id;
  if (id !== run.commander.id && id !== help.by.id) {
    return { code: "help_of_another", step: number, asker: help.by, commander: run.commander };
  }
  return [{ type: "help.settled", step: number, how }];
}

/** Until it is accepted, who offers command has it. */
function offerCommand(situation: Situation, id: string): Ruling {
  const { run } = situation;
  if (run.commander.id === id) return { code: "already_commander" };
  if (run.commandOffer) return { code: "command_offered_already", to: run.commandOffer.to };
  const to = named(situation, id, "run.command");
  return isRejection(to) ? to : [{ type: "command.offered", to }];
}

function answerOffer(
  { run, actor }: Situation,
  command: Of<"command.withdraw" | "command.accept" | "command.decline">,
): Ruling {
  const offer = run.commandOffer;
  if (!offer) return { code: "command_not_offered" };
  if (command.type === "command.withdraw") return [{ type: "command.withdrawn", to: offer.to }];
  if (offer.to.id !== whoIs(actor).id) return { code: "command_offered_to_another", to: offer.to };
  return command.type === "command.accept"
    ? [{ type: "command.accepted", from: run.commander, to: offer.to }]
    : [{ type: "command.declined", from: run.commander, reason: command.reason }];
}
