import { outline } from "#lib/domain/outline.ts";
import type { Finding } from "#lib/domain/run/state.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { type AttemptJob, dropJob } from "#lib/server/queue.ts";
import { readOutput } from "#lib/server/runs/output.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { AttemptOutput } from "#lib/worker/attempt-output.ts";
import type { Equipment } from "#lib/worker/equipment.ts";
import { hiddenValues } from "#lib/worker/hidden-values.ts";
import { insist } from "#lib/worker/insist.ts";
import { attemptOf, reporter } from "#lib/worker/run-attempt.ts";
import { captureOutputs } from "#lib/worker/step-outputs.ts";
import { executorFor } from "#lib/worker/ways.ts";

/**
 * Asks the target what became of an attempt whose outcome is unknown, and reports what it says. Asked twice it does no
 * harm. What the command wrote after its worker was lost comes with the answer, unless it could show a secret that is
 * known to nobody any more.
 */
export async function askTarget(
  { worker, ways, credential }: Equipment,
  job: AttemptJob & { id: string },
): Promise<void> {
  const { run } = await insist(() => readRun(job.runId));
  const attempt = attemptOf(run, job);
  const work = attempt?.command;
  const ask = work && executorFor(ways, work).ask;
  if (!attempt?.asked || !work || !ask) return await dropJob(job.id);
  const output = new AttemptOutput(job);
  output.resume(await insist(() => readOutput(job)));
  const hidden = hiddenValues({}, { credential, onUse: (value) => output.hide(value) });
  const tells = !attempt.secrets?.length;
  const add = tells ? output.add : () => undefined;
  const finding = await ask({ id: job, work, hidden, onOutput: add }).catch(unreachable);
  const written = finding.kind === "ended" ? await output.finish() : undefined;
  const declared = outline(await frozenProcedure(run.procedureId)).byNumber.get(job.step)?.outputs ?? [];
  const captured = finding.kind === "ended" && finding.code === 0 ? captureOutputs(declared, output.stdout) : {};
  const { step, attempt: number } = job;
  const say = reporter(worker, job);
  const told = await say({
    type: "attempt.answer",
    step,
    attempt: number,
    finding,
    ...(written && { output: written }),
    ...captured,
  });
  if (!told) await dropJob(job.id);
}

const unreachable = (error: unknown): Finding => ({
  kind: "unreachable",
  message: faultTold(error),
});
