import { wrongOutputs } from "#lib/domain/input.ts";
import type { StepCommand } from "#lib/domain/run/command.ts";
import type { Ruling, StepSituation } from "#lib/domain/run/decide/ruling.ts";
import { heldBack } from "#lib/domain/run/decide/start-step.ts";
import { deedOf } from "#lib/domain/run/deed.ts";
import { gateOf, isGateOpen, isOnlyDecided } from "#lib/domain/run/gate.ts";
import { beginningOf, lastAttempt } from "#lib/domain/run/read-state.ts";
import { inOtherState, type Rejection } from "#lib/domain/run/rejection/rejection.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

type Record = Extract<StepCommand, { type: "step.record" }>;

/** Why nobody can have done it then; undefined where they can. */
export function wrongTime(run: Run, happenedAt: string, now: string): Rejection | undefined {
  if (happenedAt > now) return { code: "time_in_future", at: happenedAt };
  const beganAt = beginningOf(run);
  return happenedAt < beganAt ? { code: "time_too_early", beganAt } : undefined;
}

/** With all that was done or decided only later still open. */
const asOf = (run: Run, at: string): Run => ({
  ...run,
  steps: run.steps.map((state) =>
    SETTLED.includes(state.status) && deedOf(state).at > at ? { ...state, status: "ready" } : state,
  ),
});

const SETTLED = ["completed", "overridden", "skipped"];

/**
 * A step that people did, or tried, without the console, entered with its true time. Not one that a machine is at, nor a decision;
 * out of turn only with a reason, which is a deviation of its own.
 */
export function recordStep(about: StepSituation, command: Record): Ruling {
  const { run, step, state, now } = about;
  const number = step.number;
  const wrong = wrongTime(run, command.happenedAt, now);
  if (wrong) return wrong;
  if (isOnlyDecided(step)) return { code: "decision_not_recorded", step: number };
  if (!isOpen(state)) return inOtherState(state);
  // Not only what is open now: what was settled since was open then.
  const before = heldBack({ ...about, run: asOf(run, command.happenedAt) });
  const held = state.status === "not_started" || before?.code === "step_waits" ? before : undefined;
  if (held && held.code !== "step_waits") return held;
  if (held && command.outOfOrder === undefined) return { ...held, earlier: true };
  const gate = gateOf(run, step);
  if (gate && !isGateOpen(state, now)) return { code: "gate_shut", step: number, kind: gate.kind };
  // What the glass was broken for was decided by whoever did it.
  const { opened } = state.gate ?? {};
  const undecided = gate && opened && !opened.broken && opened.at > command.happenedAt;
  if (undecided && command.outOfOrder === undefined)
    return { code: "step_waits", step: number, for: [], earlier: true };
  const given = command.outputs ?? {};
  const optional = (step.outputs ?? []).map((output) => ({ ...output, optional: true as const }));
  const bad = wrongOutputs(optional, given);
  if (bad.length > 0) return { code: "outputs_invalid", step: number, wrong: bad };
  return [
    {
      type: "step.recorded",
      step: number,
      by: command.by,
      note: command.note,
      ...(command.failed && { failed: command.failed }),
      ...((held || undecided) && { outOfOrder: command.outOfOrder }),
      ...(Object.keys(given).length > 0 && { outputs: given }),
    },
  ];
}

const RECORDABLE = ["not_started", "ready", "awaiting_confirmation", "failed", "timed_out", "canceled"];

function isOpen(state: StepState): boolean {
  const machine = lastAttempt(state)?.conduct;
  const byPeople = state.status === "in_progress" && machine !== "command" && machine !== "verification";
  return byPeople || RECORDABLE.includes(state.status);
}
