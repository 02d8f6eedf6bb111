import { wrongOutputs } from "#lib/domain/input.ts";
import type { StepCommand } from "#lib/domain/run/command.ts";
import { gateOf, isGateOpen, isOnlyDecided } from "#lib/domain/run/gate.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import { inOtherState, type Rejection } from "#lib/domain/run/rejection.ts";
import type { Ruling, StepSituation } from "#lib/domain/run/ruling.ts";
import { heldBack } from "#lib/domain/run/start-step.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

type Record = Extract<StepCommand, { type: "step.record" }>;

/** Why nobody can have done it then; undefined where they can. */
export function wrongTime(run: Run, happenedAt: string, now: string): Rejection | undefined {
  if (happenedAt > now) return { code: "time_in_future", at: happenedAt };
  if (happenedAt < run.declaredAt) return { code: "time_too_early", declaredAt: run.declaredAt };
  return undefined;
}

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
  const held = state.status === "not_started" ? heldBack(about) : undefined;
  if (held && (held.code !== "step_waits" || command.outOfOrder === undefined)) return held;
  const gate = gateOf(run, step);
  if (gate && !isGateOpen(state, now)) return { code: "gate_shut", step: number, kind: gate.kind };
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
      ...(held && { outOfOrder: command.outOfOrder }),
      ...(Object.keys(given).length > 0 && { outputs: given }),
    },
  ];
}

const RECORDABLE = ["not_started", "ready", "failed", "timed_out", "canceled"];

function isOpen(state: StepState): boolean {
  const machine = lastAttempt(state)?.conduct;
  const byPeople = state.status === "in_progress" && machine !== "command" && machine !== "verification";
  return byPeople || RECORDABLE.includes(state.status);
}
