import { resolve } from "#lib/domain/action.ts";
import type { Actor, Person } from "#lib/domain/actor.ts";
import type { Deciders, Gate } from "#lib/domain/gate.ts";
import { mayDo } from "#lib/domain/grants.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Permission } from "#lib/domain/roles.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { holdsPosition } from "#lib/domain/run/positions.ts";
import type { Asked, GateState, Run, StepState } from "#lib/domain/run/state.ts";
import { isSame } from "#lib/domain/same.ts";

/** Why a step's gate is open or shut, and who may decide it. */

const ofKind: Partial<Record<Step["kind"], Gate>> = {
  approval: { kind: "approval", by: { role: "approver" }, quorum: 1 },
  hold_point: { kind: "hold" },
};

/** What has to be decided before this step may start, or completes it where there is nothing to start. */
export function gateOf(run: { withoutGates: readonly string[] }, step: Step): Gate | undefined {
  if (step.gate && !run.withoutGates.includes(step.number)) return step.gate;
  return ofKind[step.kind];
}

/** A step that only people decide: there is nothing to start. */
export const isOnlyDecided = (step: Pick<Step, "kind">): boolean =>
  step.kind === "approval" || step.kind === "hold_point";

const permissionOf: Record<Extract<Deciders, { role: string }>["role"], Permission> = {
  approver: "run.approve",
  commander: "run.command",
  operator: "run.operate",
};

/**
 * Whether this person is among those who decide. Left out: whoever commands the run. A token decides only what its own
 * permissions say; a group or a position is held by people.
 */
export function mayDecide(run: Run, by: Deciders | undefined, actor: Actor): boolean {
  if (actor.kind !== "person") return false;
  if (by !== undefined && !("position" in by)) return isOneOf(by, actor);
  if (by === undefined) return run.commander.id === actor.id && (!actor.token || mayDo(actor, "run.command"));
  return !actor.token && holdsPosition(run, by.position, actor.id);
}

/** Whether this person has the role, or is in the group, whatever the run. */
export function isOneOf(by: Exclude<Deciders, { position: string }>, person: Person): boolean {
  if ("role" in by) return mayDo(person, permissionOf[by.role]);
  return !person.token && (person.groups?.includes(by.group) ?? false);
}

/** Whether the gate of this step waits for this person. */
function isAsked(run: Run, step: Step, state: StepState, actor: Actor): boolean {
  const gate = gateOf(run, step);
  if (state.status !== "awaiting_approval" || !gate) return false;
  if (gate.kind === "poll") return gate.of.some((position) => mayDecide(run, { position }, actor));
  return mayDecide(run, gate.by, actor);
}

/** Who works on a step may call for help with it, and so may whoever is to decide on it. */
export const mayAskForHelp = (run: Run, step: Step, state: StepState, actor: Actor): boolean =>
  mayDo(actor, "run.operate") || isAsked(run, step, state, actor);

/** What was asked for, and binds whoever starts the step. */
export const agreedOn = ({ gate }: StepState): Asked | undefined => (gate?.opened?.broken ? undefined : gate?.how);

/** Whether the gate is open at `now`. What was agreed to and has begun does not lapse any more. */
export function isGateOpen({ gate, attempts }: StepState, now: string): boolean {
  if (!gate?.opened) return false;
  const begun = gate.how !== undefined && attempts.length >= gate.how.attempt;
  return begun || gate.opened.broken === true || gate.until === undefined || gate.until > now;
}

/** How the step would be started, against what was agreed to. */
export type Intended = Pick<Asked, "role" | "byHand" | "inputs">;

/**
 * Whether what was agreed to is still what would be done: the command is resolved again with what is known now, as the
 * attempt that was asked for.
 */
export function isAsAgreed(run: Run, step: Step, { how }: GateState, intended?: Intended): boolean {
  if (!how) return true;
  const { role, byHand, inputs } = intended ?? how;
  if (role !== how.role || byHand !== how.byHand || !isSame(inputs, how.inputs)) return false;
  return isSame(commandAsked(run, step, how), how.command);
}

/** The command that starting the step so would give; undefined where none is run or something is missing. */
function commandAsked(run: Run, step: Step, how: Omit<Asked, "command">): Asked["command"] {
  if (!step.action || how.byHand) return undefined;
  const resolution = resolve(step, run, how);
  return resolution.ok ? resolution.assignment : undefined;
}

/**
 * How a step with a gate is offered: its gate asks by itself, except for an approval before a step, which somebody has to
 * ask for because it is about how the step will be started.
 */
export function askGate({ run, step, now }: { run: Run; step: Step; now: string }): RunEvent {
  const gate = gateOf(run, step);
  if (!gate || (gate.kind === "approval" && !isOnlyDecided(step))) return { type: "step.readied", step: step.number };
  const lapses = gate.kind === "approval" ? gate.lapsesSeconds : undefined;
  return {
    type: "step.approval_requested",
    step: step.number,
    ...(lapses !== undefined && { until: instantAfter(now, lapses) }),
  };
}

export const instantAfter = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1_000).toISOString();

/** The positions of a poll that have not voted, and those that voted no go. */
export function pollResult(
  gate: Extract<Gate, { kind: "poll" }>,
  state: StepState,
): { missing: string[]; no: string[] } {
  const votes = state.gate?.votes ?? [];
  const voteOf = (position: string) => votes.find((vote) => vote.position === position);
  return {
    missing: gate.of.filter((position) => !voteOf(position)),
    no: gate.of.filter((position) => voteOf(position)?.vote === "no_go"),
  };
}
