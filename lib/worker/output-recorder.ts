import { createHash } from "node:crypto";
import type { OutputPiece } from "#lib/contract/runs.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import type { AttemptJob } from "#lib/server/runs/effects.ts";
import { appendOutput } from "#lib/server/runs/output.ts";
import type { Stream } from "#lib/worker/executors/process.ts";
import { insist } from "#lib/worker/insist.ts";

type Summary = NonNullable<NonNullable<Attempt["ended"]>["output"]>;

const FLUSH_MILLISECONDS = 50;
const MOST_BYTES = 10 * 1_048_576;
/** PostgreSQL's text cannot hold NUL. */
const NUL = /\0/g;

/** Stores what a command writes, in pieces as they come; beyond 10 MiB it says so and keeps no more. */
export class OutputRecorder {
  readonly #of: AttemptJob;
  readonly #failed: (error: unknown) => void;
  readonly #digest = createHash("sha256");
  #waiting: { stream: Stream; at: string; text: string }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #pieces = 0;
  #bytes = 0;
  #lines = 0;
  #truncated = false;
  #finished = false;

  constructor(of: AttemptJob, failed: (error: unknown) => void) {
    this.#of = of;
    this.#failed = failed;
  }

  add(stream: Stream, raw: string): void {
    if (this.#truncated || this.#finished) return;
    const text = this.#withinLimit(raw.replace(NUL, "\u2400"));
    this.#lines += text.split("\n").length - 1;
    this.#digest.update(text);
    const last = this.#waiting.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.#waiting.push({ stream, at: new Date().toISOString(), text });
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MILLISECONDS);
  }

  /** Stores what is left and takes no more. Its digest covers what was stored, in order. */
  async finish(): Promise<Summary> {
    this.#finished = true;
    this.#flush();
    await this.#writing;
    return {
      lines: this.#lines,
      bytes: this.#bytes,
      truncated: this.#truncated,
      sha256: this.#digest.digest("hex"),
    };
  }

  #withinLimit(text: string): string {
    const bytes = Buffer.byteLength(text);
    if (this.#bytes + bytes <= MOST_BYTES) {
      this.#bytes += bytes;
      return text;
    }
    const kept = Buffer.from(text)
      .subarray(0, MOST_BYTES - this.#bytes)
      .toString("utf8");
    this.#bytes = MOST_BYTES;
    this.#truncated = true;
    return `${kept}\n[truncated: the command wrote more than 10 MiB]\n`;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pieces = this.#waiting.map((piece): OutputPiece => {
      this.#pieces += 1;
      return { piece: this.#pieces, ...piece };
    });
    this.#waiting = [];
    if (pieces.length === 0) return;
    this.#writing = this.#writing
      .then(() => insist(() => appendOutput(this.#of, pieces)))
      .catch((error) => {
        this.#truncated = true;
        this.#failed(error);
      });
  }
}
