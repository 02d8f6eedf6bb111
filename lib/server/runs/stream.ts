import "server-only";
import type { OutputPiece } from "#lib/contract/runs.ts";
import { fileName } from "#lib/domain/run/file-name.ts";
import { runLabel, stepState } from "#lib/domain/run/read-state.ts";
import { AppError } from "#lib/server/errors.ts";
import { eventStream, resumeAfter } from "#lib/server/http/event-stream.ts";
import type { Listener } from "#lib/server/live/feed.ts";
import { frame, namedFrame } from "#lib/server/live/frame.ts";
import { followRun } from "#lib/server/live/run-feed.ts";
import { followOutput, readLastOutput, readOutput, toItem } from "#lib/server/runs/output.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { t } from "#lib/words/t.ts";

type Following = { id: string; after?: number | undefined };

/** The events of a run, from where the viewer left off. */
export async function streamRun(request: Request, { id, after }: Following): Promise<Response> {
  const { run } = await readRun(id);
  return eventStream(request, ({ send, closed }) => {
    const stop = followRun(run.id, resumeAfter(request, after), {
      send: (items) => {
        for (const item of items) send(frame(item));
      },
      lost: () => send(namedFrame("lost", {})),
    });
    closed.addEventListener("abort", stop);
  });
}

type OfAttempt = { id: string; number: string; attempt: number };

/** Output as it is written. Ends with `event: end` when the attempt has ended and everything of it was sent. */
export async function streamOutput(request: Request, params: OfAttempt & Following): Promise<Response> {
  const run = await refuseUnknownAttempt(params);
  const of = { runId: run.id, step: params.number, attempt: params.attempt };
  return eventStream(request, ({ send, end, closed }) => {
    let sent = resumeAfter(request, params.after);
    const pass: Listener<OutputPiece> = (items) => {
      const fresh = items.filter(({ id }) => id > sent);
      for (const item of fresh) send(frame(item));
      sent = fresh.at(-1)?.id ?? sent;
    };
    const stopOutput = followOutput(of, sent, pass);
    const finish = async () => {
      if (!(await hasEnded(params))) return;
      // The feed may come later than this.
      pass((await readOutput(of, sent)).map(toItem));
      send(namedFrame("end", {}));
      end();
    };
    // The run's own events say when the attempt ends; its last output is stored before that is.
    const stopRun = followRun(of.runId, run.seq, {
      send: (items) => {
        if (items.some(({ value: { event } }) => "step" in event && event.step === of.step)) void finish().catch(end);
      },
    });
    void finish().catch(end);
    closed.addEventListener("abort", () => {
      stopOutput();
      stopRun();
    });
  });
}

/** What the command wrote, as one text. */
export async function downloadOutput(params: OfAttempt): Promise<Response> {
  const run = await refuseUnknownAttempt(params);
  const pieces = await readOutput({ runId: run.id, step: params.number, attempt: params.attempt });
  const name = `${fileName(run.mode, runLabel(run.number))}-step-${params.number}-attempt-${params.attempt}.txt`;
  return new Response(pieces.map(({ text }) => text).join(""), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

/** What it wrote last, for whoever decides what to do about it. */
export async function readOutputEnd(params: OfAttempt): Promise<{ pieces: OutputPiece[] }> {
  const run = await refuseUnknownAttempt(params);
  return { pieces: await readLastOutput({ runId: run.id, step: params.number, attempt: params.attempt }) };
}

async function refuseUnknownAttempt({ id, number, attempt }: OfAttempt) {
  const { run } = await readRun(id);
  const known = stepState(run, number)?.attempts.some((one) => one.number === attempt);
  if (!known)
    throw new AppError(
      "not_found",
      t("Step {step} of {run} has no attempt {attempt}.", {
        step: number,
        run: runLabel(run.number),
        attempt,
      }),
    );
  return run;
}

async function hasEnded({ id, number, attempt }: OfAttempt): Promise<boolean> {
  const { run } = await readRun(id);
  return stepState(run, number)?.attempts.find((one) => one.number === attempt)?.ended !== undefined;
}
