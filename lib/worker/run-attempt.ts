import { randomUUID } from "node:crypto";
import type { Report } from "#lib/domain/run/command.ts";
import { type Ended, lastAttempt, type Run, runLabel, stepState } from "#lib/domain/run/state.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import type { AttemptJob } from "#lib/server/runs/effects.ts";
import { type Executed, execute } from "#lib/server/runs/execute.ts";
import { runProcess } from "#lib/worker/executors/process.ts";
import { type HeldLease, holdLease } from "#lib/worker/hold-lease.ts";
import type { WorkerIdentity } from "#lib/worker/identity.ts";
import { insist } from "#lib/worker/insist.ts";
import { OutputRecorder } from "#lib/worker/output-recorder.ts";

/** Tells the server something about the attempt; null when it is refused. */
type Say = (said: Report) => Promise<Executed | null>;

/**
 * One attempt, from taking it to reporting its end. That it began is committed before anything is run: a crash before
 * that commit is provably "not run", a crash after it is "outcome unknown", which only a person resolves. When `leaving`
 * fires the worker cannot wait any longer, and says so: the command goes on without anybody to tell how it ended.
 */
export async function runAttempt(worker: WorkerIdentity, job: AttemptJob, leaving: AbortSignal): Promise<void> {
  const { step, attempt } = job;
  const say = reporter(worker, job);
  const begun = await say({ type: "attempt.begin", step, attempt });
  if (!begun || !isRunning(begun.run, job)) return;
  const lease = holdLease(worker, job, begun.result.seq);
  const output = new OutputRecorder(job, (error) => log.error({ error, job }, "output could not be stored"));
  const began = performance.now();
  const left = firing(leaving);
  try {
    const ended = await Promise.race([runCommand(begun.run, job, lease, output), left.promise]);
    const durationMs = Math.round(performance.now() - began);
    const written = await output.finish();
    await say(
      ended
        ? { type: "attempt.finish", step, attempt, result: ended, durationMs, output: written }
        : { type: "attempt.lose", step, attempt, reason: LEFT },
    );
  } finally {
    left.forget();
    lease.release();
  }
}

const LEFT = "The worker was stopped while the command was running. It may go on; it is never run again by itself.";

/** Not when the answer had to be asked for so long that somebody has decided meanwhile. */
function isRunning(run: Run, { step, attempt }: AttemptJob): boolean {
  const state = stepState(run, step);
  const last = state && lastAttempt(state);
  return last?.number === attempt && !last.ended;
}

async function runCommand(
  run: Run,
  { step, attempt }: AttemptJob,
  lease: HeldLease,
  output: OutputRecorder,
): Promise<Ended> {
  const command = stepState(run, step)?.attempts.find((one) => one.number === attempt)?.command;
  if (!command) return { kind: "not_run", message: "the attempt names no command" };
  return runProcess({
    ...command,
    variables: {
      SWITCHOVER_RUN: runLabel(run.number),
      SWITCHOVER_MODE: run.mode,
      SWITCHOVER_STEP: step,
      SWITCHOVER_ATTEMPT: String(attempt),
    },
    canceled: lease.canceled,
    onOutput: (stream, text) => output.add(stream, text),
  });
}

/** Fulfilled with null when the signal fires. It outlives the attempt, which must not leave its listener there. */
function firing(signal: AbortSignal): { promise: Promise<null>; forget: () => void } {
  const { promise, resolve } = Promise.withResolvers<null>();
  const fire = () => resolve(null);
  if (signal.aborted) fire();
  signal.addEventListener("abort", fire);
  return { promise, forget: () => signal.removeEventListener("abort", fire) };
}

/** Reports until the database has answered. Null when the report is refused: somebody decided meanwhile. */
function reporter(worker: WorkerIdentity, job: AttemptJob): Say {
  // A key makes it safe to say it again when the answer was lost. One for each taking: when the same worker is given the
  // attempt twice, the second must not take the answer to the first for its own.
  const taking = randomUUID();
  return async (said) => {
    try {
      return await insist(() => execute(worker, job.runId, said, `${taking}/${said.type}`));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ job, refused: error.message }, `${said.type} was refused`);
      return null;
    }
  };
}
