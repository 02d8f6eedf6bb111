import type { Report } from "#lib/domain/run/command.ts";
import { runLabel, stepState } from "#lib/domain/run/state.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import type { AttemptJob } from "#lib/server/runs/effects.ts";
import { type Executed, execute } from "#lib/server/runs/execute.ts";
import { runProcess } from "#lib/worker/executors/process.ts";
import { holdLease } from "#lib/worker/hold-lease.ts";
import type { WorkerIdentity } from "#lib/worker/identity.ts";
import { insist } from "#lib/worker/insist.ts";
import { OutputRecorder } from "#lib/worker/output-recorder.ts";

/**
 * One attempt, from taking it to reporting its end. That it began is committed before anything is run: a crash before
 * that commit is provably "not run", a crash after it is "outcome unknown", which only a person resolves.
 */
export async function runAttempt(worker: WorkerIdentity, job: AttemptJob): Promise<void> {
  const { step, attempt } = job;
  const begun = await report(worker, job, { type: "attempt.begin", step, attempt });
  if (!begun) return;
  const { run, result } = begun;
  const command = stepState(run, step)?.attempts.find((one) => one.number === attempt)?.command;
  const lease = holdLease(worker, job, result.seq);
  const output = new OutputRecorder(job, (error) => log.error({ error, job }, "output could not be stored"));
  const began = performance.now();
  try {
    const ended = command
      ? await runProcess({
          ...command,
          variables: {
            SWITCHOVER_RUN: runLabel(run.number),
            SWITCHOVER_MODE: run.mode,
            SWITCHOVER_STEP: step,
            SWITCHOVER_ATTEMPT: String(attempt),
          },
          canceled: lease.canceled,
          onOutput: (stream, text) => output.add(stream, text),
        })
      : ({ kind: "not_run", message: "the attempt names no command" } as const);
    const durationMs = Math.round(performance.now() - began);
    await report(worker, job, {
      type: "attempt.finish",
      step,
      attempt,
      result: ended,
      durationMs,
      output: await output.finish(),
    });
  } finally {
    lease.release();
  }
}

/** Reports until the database has answered. Null when the report is refused: somebody decided meanwhile. */
async function report(worker: WorkerIdentity, job: AttemptJob, said: Report): Promise<Executed | null> {
  try {
    // The key makes it safe to say again when the answer was lost.
    return await insist(() => execute(worker, job.runId, said, `${worker.id}/${said.type}/${job.step}/${job.attempt}`));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn({ job, refused: error.message }, `${said.type} was refused`);
    return null;
  }
}
