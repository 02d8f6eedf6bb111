import { resolveExpected } from "#lib/domain/action.ts";
import { wrongOutputs } from "#lib/domain/input.ts";
import { dependents, outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import type { Command, Report, StepCommand } from "#lib/domain/run/command.ts";
import { isStepCommand } from "#lib/domain/run/decide/command-permission.ts";
import { decideGate, decideLapse } from "#lib/domain/run/decide/decide-gate.ts";
import { recordStep, wrongTime } from "#lib/domain/run/decide/decide-record.ts";
import type { Ruling, Situation, StepSituation } from "#lib/domain/run/decide/ruling.ts";
import { isRetryable, retryStep, startReadyStep } from "#lib/domain/run/decide/start-step.ts";
import { isOnlyDecided } from "#lib/domain/run/gate.ts";
import { lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import { inOtherState } from "#lib/domain/run/rejection/rejection.ts";
import { isSettled } from "#lib/domain/run/standing.ts";
import type { Attempt, Run, StepState } from "#lib/domain/run/state.ts";
import { heldByLines } from "#lib/domain/run/sub-steps.ts";
import { told } from "#lib/words/told.ts";

type Lapse = Extract<Report, { type: "gate.lapse" }>;

export const isOfStep = (command: Command | Report): command is StepCommand | Lapse =>
  isStepCommand(command) || command.type === "gate.lapse";

export function decideStep(situation: Situation, command: StepCommand | Lapse): Ruling {
  const state = stepState(situation.run, command.step);
  const step = outline(situation.procedure).byNumber.get(command.step);
  if (!state || !step) return { code: "step_not_found", step: command.step };
  if (situation.run.status === "draft") return { code: "run_not_started" };
  const about = { ...situation, step, state };
  switch (command.type) {
    case "step.start":
      return startReadyStep(about, command);
    case "step.retry":
      return retryStep(about, command);
    case "step.complete":
      return complete(about, command);
    case "step.fail":
      return fail(about, command.reason);
    case "step.cancel":
      return cancel(about, command.reason);
    case "step.ask":
      return askTarget(about);
    case "step.skip":
      return skip(about, command);
    case "step.override":
      return override(about, command);
    case "step.record":
      return recordStep(about, command);
    case "step.reopen":
      return reopen(about, command.reason);
    case "step.approve":
    case "step.reject":
    case "step.release":
    case "gate.request":
    case "gate.vote":
    case "gate.decide":
    case "gate.break":
      return decideGate(about, command);
    case "gate.lapse":
      return decideLapse(about);
    case "sub_step.tick":
    case "sub_step.untick":
      return tick(about, command);
    case "sub_step.add":
      return addSubStep(about, command.title);
  }
}

const note = (command: { note?: string | undefined }) => (command.note !== undefined ? { note: command.note } : {});

const runsCommand = (state: StepState) => {
  const conduct = lastAttempt(state)?.conduct;
  const machine = conduct === "command" || conduct === "verification";
  return machine && (state.status === "in_progress" || state.status === "canceling");
};

function complete(about: StepSituation, command: Extract<StepCommand, { type: "step.complete" }>): Ruling {
  const { step, state } = about;
  if (runsCommand(state)) return { code: "step_runs_a_command", step: step.number };
  if (state.status !== "in_progress" && state.status !== "awaiting_confirmation") return inOtherState(state);
  const held = heldByLines(about);
  if (held) return held;
  const given = command.outputs ?? {};
  const conduct = lastAttempt(state)?.conduct;
  const asked = conduct === "simulated" ? [] : askedOutputs(about);
  const wrong = wrongOutputs(asked, given);
  if (wrong.length > 0) return { code: "outputs_invalid", step: step.number, wrong };
  const outputs = Object.keys(given).length > 0 ? { outputs: given } : {};
  const verification = conduct === "hand" && state.status === "in_progress" ? verify(about, command) : null;
  return verification ?? [{ type: "step.completed", step: step.number, ...note(command), ...outputs }];
}

/** What a person has to enter: everything the step gives and no machine has captured. */
export function askedOutputs({
  run,
  step,
  state,
}: Pick<StepSituation, "run" | "step" | "state">): NonNullable<Step["outputs"]> {
  const byMachine = lastAttempt(state)?.conduct === "command";
  return (step.outputs ?? [])
    .filter(({ name, from }) => !(byMachine && (from || run.outputs[name])))
    .map((output) => (run.outputs[output.name] ? { ...output, optional: true as const } : output));
}

/** A worker looks whether what a person did has come true, as an attempt of its own. */
function verify(
  about: StepSituation,
  { note: text, outputs }: Extract<StepCommand, { type: "step.complete" }>,
): Ruling | null {
  const { run, step, state } = about;
  const number = state.attempts.length + 1;
  const role = lastAttempt(state)?.role ?? step.roles[0] ?? "";
  const values = Object.entries(outputs ?? {});
  const known = Object.fromEntries(values.map(([name, value]) => [name, { value, by: state.by, at: state.since }]));
  const scope = { ...run, outputs: { ...run.outputs, ...known } };
  const resolution = resolveExpected(step, scope, { role, attempt: number, inputs: {} });
  if (!resolution) return null;
  if (!resolution.ok) return { code: "command_unresolved", step: step.number, missing: resolution.missing };
  const started = { type: "step.started", step: step.number, attempt: number, conduct: "verification", role } as const;
  return [
    ...(text === undefined ? [] : [{ type: "note.added" as const, text, step: step.number }]),
    ...values.map(([output, value]) => ({ type: "output.entered" as const, output, value, step: step.number })),
    {
      ...started,
      site: run.sites[role]?.name ?? role,
      command: resolution.assignment,
      ...(text !== undefined && { note: text }),
    },
  ];
}

/** A receipt on another host can be asked for by any worker of the site, one on a worker's machine only there. */
const leavesReceipt = ({ command, begun }: Attempt): boolean => command?.way === "ssh" || begun?.place !== undefined;

function askTarget({ step, state }: StepSituation): Ruling {
  if (state.status !== "interrupted") return inOtherState(state);
  const attempt = lastAttempt(state);
  if (!attempt || !leavesReceipt(attempt)) {
    return { code: "attempt_leaves_no_receipt", step: step.number };
  }
  const { asked } = attempt;
  if (asked && !asked.answer) return { code: "attempt_asked_already", step: step.number, by: asked.by, at: asked.at };
  return [{ type: "attempt.asked", step: step.number, attempt: attempt.number }];
}

function fail({ step, state }: StepSituation, reason: string): Ruling {
  if (runsCommand(state)) return { code: "step_runs_a_command", step: step.number };
  const open = ["in_progress", "awaiting_confirmation", "interrupted"].includes(state.status);
  return open ? [{ type: "step.failed", step: step.number, reason }] : inOtherState(state);
}

function cancel({ step, state }: StepSituation, why: string | undefined): Ruling {
  if (state.status !== "in_progress") return inOtherState(state);
  if (!runsCommand(state)) return { code: "step_runs_no_command", step: step.number };
  return lastAttempt(state)?.begun
    ? [{ type: "step.cancel_requested", step: step.number, ...(why !== undefined && { reason: why }) }]
    : [
        {
          type: "step.canceled",
          step: step.number,
          reason: told("Canceled before a worker began; the command was not run."),
          ...(why !== undefined && { why }),
        },
      ];
}

type Skip = Extract<StepCommand, { type: "step.skip" }>;

function skip(about: StepSituation, { reason, by, happenedAt }: Skip): Ruling {
  const { run, step, state, now } = about;
  const wrong = happenedAt === undefined ? undefined : wrongTime(run, happenedAt, now);
  if (wrong) return wrong;
  const open = isRetryable(state.status) || ["not_started", "ready", "awaiting_approval"].includes(state.status);
  if (!open) return inOtherState(state);
  if (isSettled(run, step, state)) return { code: "step_not_applicable", step: step.number };
  if (isOnlyDecided(step)) return { code: "gate_not_skippable", step: step.number };
  return [{ type: "step.skipped", step: step.number, reason, ...(by !== undefined && { by }) }];
}

function override(
  { step, state }: StepSituation,
  { reason, evidence, outputs }: Extract<StepCommand, { type: "step.override" }>,
): Ruling {
  // What was rejected was not tried: it is asked again, skipped, or its gate broken.
  if (!isRetryable(state.status) || state.status === "rejected") return inOtherState(state);
  const optional = (step.outputs ?? []).map((output) => ({ ...output, optional: true as const }));
  const wrong = wrongOutputs(optional, outputs ?? {});
  if (wrong.length > 0) return { code: "outputs_invalid", step: step.number, wrong };
  const given = outputs && Object.keys(outputs).length > 0 ? { outputs } : {};
  return [{ type: "step.overridden", step: step.number, reason, evidence, ...given }];
}

/** Only while nothing that comes after it has started; a later step that was reopened or merely skipped has not. */
function reopen({ procedure, run, step, state }: StepSituation, reason: string): Ruling {
  if (!["completed", "overridden", "skipped"].includes(state.status)) return inOtherState(state);
  const started = laterStarted(procedure, run, step.number);
  if (started) return { code: "later_step_started", step: step.number, later: started.number };
  return [{ type: "step.reopened", step: step.number, reason }];
}

/** What comes after it and has started: it can no longer be reopened. */
export function laterStarted(procedure: Procedure, run: Run, number: string): StepState | undefined {
  const later = dependents(procedure, number);
  return run.steps.find((other) => later.has(other.number) && hasStarted(other));
}

const hasStarted = (state: StepState): boolean =>
  state.status === "skipped"
    ? state.attempts.length > 0
    : !["not_started", "ready", "awaiting_approval"].includes(state.status);

function tick(
  { step, state }: StepSituation,
  command: { type: "sub_step.tick" | "sub_step.untick"; subStep: string },
): Ruling {
  const { subStep } = command;
  if (!["in_progress", "awaiting_confirmation", "awaiting_approval"].includes(state.status)) return inOtherState(state);
  if (![...step.subSteps, ...state.added].some((sub) => sub.number === subStep)) {
    return { code: "sub_step_not_found", subStep };
  }
  const ticked = state.ticks[subStep];
  if (command.type === "sub_step.untick") {
    return ticked
      ? [{ type: "sub_step.unticked", step: step.number, subStep }]
      : { code: "sub_step_not_ticked", subStep };
  }
  return ticked
    ? { code: "sub_step_already_ticked", subStep, by: ticked.by, at: ticked.at }
    : [{ type: "sub_step.ticked", step: step.number, subStep }];
}

/** Every command on the run reads them all. */
const MOST_SUB_STEPS = 200;

function addSubStep({ step, state }: StepSituation, title: string): Ruling {
  if (["completed", "overridden", "skipped"].includes(state.status)) return inOtherState(state);
  if (step.subSteps.length + state.added.length >= MOST_SUB_STEPS) {
    return { code: "sub_steps_too_many", step: step.number, most: MOST_SUB_STEPS };
  }
  const taken = [...step.subSteps, ...state.added].map((sub) => Number(sub.number.split(".")[1]));
  const subStep = `${step.number}.${Math.max(0, ...taken) + 1}`;
  return [{ type: "sub_step.added", step: step.number, subStep, title }];
}
