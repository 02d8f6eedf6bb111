import { randomUUID } from "node:crypto";
import { outline } from "#lib/domain/outline.ts";
import type { Report } from "#lib/domain/run/command.ts";
import { isSuccess, lastAttempt, runLabel, stepState } from "#lib/domain/run/read-state.ts";
import type { Attempt, Run } from "#lib/domain/run/state.ts";
import type { Assignment } from "#lib/domain/work.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import type { AttemptJob } from "#lib/server/queue.ts";
import { type Executed, execute } from "#lib/server/runs/execute.ts";
import { takeSecrets } from "#lib/server/runs/secrets.ts";
import { told } from "#lib/words/told.ts";
import { AttemptOutput } from "#lib/worker/attempt-output.ts";
import type { Equipment } from "#lib/worker/equipment.ts";
import type { Hidden, Order, Outcome } from "#lib/worker/executor.ts";
import { hiddenValues } from "#lib/worker/hidden-values.ts";
import { type HeldLease, holdLease } from "#lib/worker/hold-lease.ts";
import { actorOf, type WorkerIdentity } from "#lib/worker/identity.ts";
import { insist } from "#lib/worker/insist.ts";
import { captureOutputs } from "#lib/worker/step-outputs.ts";
import { executorFor, type Ways } from "#lib/worker/ways.ts";

type Finish = Extract<Report, { type: "attempt.finish" }>;

/**
 * One attempt, from taking it to reporting its end. That it began is committed before anything is sent: a crash before
 * that commit is provably "not run", a crash after it is "outcome unknown", which only a person or the target's own
 * receipt resolves.
 */
export async function runAttempt(equipment: Equipment, job: AttemptJob): Promise<void> {
  const { worker, place } = equipment;
  const say = reporter(worker, job);
  const begun = await say({ type: "attempt.begin", step: job.step, attempt: job.attempt, place });
  const attempt = begun && attemptOf(begun.run, job);
  if (!begun || !attempt?.command || attempt.ended) return;
  const lease = holdLease(worker, job, begun.result.seq);
  const began = performance.now();
  try {
    const output = new AttemptOutput(job);
    const secrets = attempt.secrets?.length ? await insist(() => takeSecrets(job, worker.id, worker.keys)) : {};
    const hidden = hiddenValues(secrets, { credential: equipment.credential, onUse: (value) => output.hide(value) });
    const order = orderFor({ run: begun.run, job, attempt, hidden }, lease, equipment.leaving);
    const outcome = await perform(equipment.ways, attempt.command, { ...order, onOutput: output.add }).catch(broken);
    const rest = await conclude(begun.run, job, { attempt, outcome, output });
    const durationMs = Math.round(performance.now() - began);
    await say(rest.type === "attempt.finish" ? { ...rest, durationMs } : rest);
  } finally {
    lease.release();
  }
}

/** The attempt as the run has it; not when it had to be asked for so long that somebody has decided meanwhile. */
export function attemptOf(run: Run, { step, attempt }: AttemptJob): Attempt | undefined {
  const state = stepState(run, step);
  const last = state && lastAttempt(state);
  return last?.number === attempt ? last : undefined;
}

type Given = { run: Run; job: AttemptJob; attempt: Attempt; hidden: Hidden };

function orderFor(
  { run, job, attempt, hidden }: Given,
  { canceled }: HeldLease,
  leaving: AbortSignal,
): Omit<Order<Assignment>, "work" | "timeoutSeconds" | "onOutput"> {
  return {
    id: job,
    variables: {
      SWITCHOVER_RUN: runLabel(run.number),
      SWITCHOVER_MODE: run.mode,
      SWITCHOVER_STEP: job.step,
      SWITCHOVER_ATTEMPT: String(job.attempt),
      ...attempt.command?.variables,
    },
    hidden,
    canceled,
    leaving,
  };
}

type Performed = Outcome & { expected?: NonNullable<Finish["expected"]> };

/** Does the work, and then looks whether what must be true afterwards is. */
async function perform(
  ways: Ways,
  assignment: Assignment,
  order: Omit<Order<Assignment>, "work" | "timeoutSeconds">,
): Promise<Performed> {
  const { timeoutSeconds, expected } = assignment;
  const outcome = await executorFor(ways, assignment).run({ ...order, work: assignment, timeoutSeconds });
  if (!expected || outcome.kind === "unknown" || !isSuccess(outcome.ended)) return outcome;
  order.onOutput("stdout", `${told("The expected result is looked for.")}\n`);
  const looked = await ways.probe.run({ ...order, work: expected.probe, timeoutSeconds: expected.timeoutSeconds });
  if (looked.kind === "unknown") return looked;
  return { ...outcome, expected: verified(looked.ended) };
}

function verified(ended: Extract<Outcome, { kind: "ended" }>["ended"]): NonNullable<Finish["expected"]> {
  if (ended.kind === "probed") return { held: ended.held, tries: ended.tries, message: ended.message };
  const message = ended.kind === "not_run" ? ended.message : told("it could not be looked at to the end");
  return { held: false, tries: 0, message };
}

/** A fault of ours in the middle of it: whether anything was sent is not known. */
function broken(error: unknown): Performed {
  log.error({ error }, "an attempt broke off");
  return { kind: "unknown", reason: told("The worker failed in the middle of it. Its log has the details.") };
}

type Concluded = Omit<Finish, "durationMs"> & { durationMs: number };

/** What is reported: how it ended with what it wrote and gave, or that nobody knows. */
async function conclude(
  run: Run,
  job: AttemptJob,
  { attempt, outcome, output }: { attempt: Attempt; outcome: Performed; output: AttemptOutput },
): Promise<Concluded | Extract<Report, { type: "attempt.lose" }>> {
  const { step, attempt: number } = job;
  const written = await output.finish();
  if (outcome.kind === "unknown") return { type: "attempt.lose", step, attempt: number, reason: outcome.reason };
  const declared = outline(await frozenProcedure(run.procedureId)).byNumber.get(step)?.outputs ?? [];
  const captured =
    attempt.conduct === "command" && isSuccess(outcome.ended)
      ? captureOutputs(declared, outcome.answer ?? output.stdout)
      : {};
  return {
    type: "attempt.finish",
    step,
    attempt: number,
    result: outcome.ended,
    durationMs: 0,
    output: written,
    ...captured,
    ...(outcome.expected && { expected: outcome.expected }),
  };
}

/** Tells the server something about the attempt; null when it is refused. */
export type Say = (said: Report) => Promise<Executed | null>;

/** Reports until the database has answered. Null when the report is refused: somebody decided meanwhile. */
export function reporter(worker: WorkerIdentity, job: AttemptJob): Say {
  // A key makes it safe to say it again when the answer was lost. One for each taking: when the same worker is given the
  // attempt twice, the second must not take the answer to the first for its own.
  const taking = randomUUID();
  return async (said) => {
    try {
      return await insist(() => execute(actorOf(worker), job.runId, said, `${taking}/${said.type}`));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ job, refused: error.message }, `${said.type} was refused`);
      return null;
    }
  };
}
