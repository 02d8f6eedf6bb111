import type { OutputPiece } from "#lib/contract/runs.ts";
import { log } from "#lib/server/log.ts";
import type { AttemptJob } from "#lib/server/queue.ts";
import type { Stream } from "#lib/worker/executor.ts";
import { createLineLimit } from "#lib/worker/line-limit.ts";
import { createMask } from "#lib/worker/mask.ts";
import { OutputRecorder } from "#lib/worker/output-recorder.ts";

/** What an attempt writes, on its way into the database: hidden values masked, overlong lines cut, the whole limited. */
export class AttemptOutput {
  readonly #mask = createMask();
  readonly #recorder: OutputRecorder;

  constructor(of: AttemptJob) {
    const filters = [this.#mask, createLineLimit()];
    this.#recorder = new OutputRecorder(of, filters, (error) => log.error({ error, of }, "output could not be stored"));
  }

  hide(value: string): void {
    this.#mask.register(value);
  }

  add = (stream: Stream, text: string): void => this.#recorder.add(stream, text);

  resume(stored: readonly OutputPiece[]): void {
    this.#recorder.resume(stored);
  }

  get stdout(): string {
    return this.#recorder.stdout;
  }

  finish(): ReturnType<OutputRecorder["finish"]> {
    return this.#recorder.finish();
  }
}
