import { createHash } from "node:crypto";
import type { OutputPiece } from "#lib/contract/runs.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import type { AttemptJob } from "#lib/server/queue.ts";
import { appendOutput } from "#lib/server/runs/output.ts";
import { told } from "#lib/words/told.ts";
import type { Stream } from "#lib/worker/executor.ts";
import { insist } from "#lib/worker/insist.ts";

type Summary = NonNullable<NonNullable<Attempt["ended"]>["output"]>;

const FLUSH_MILLISECONDS = 50;
const MOST_BYTES = 10 * 1_048_576;
/** A piece that has as much takes no more: whoever reads it as it comes has to do other things meanwhile. */
const ENOUGH_CHARACTERS = 65_536;
/** PostgreSQL's text cannot hold NUL. */
const NUL = /\0/g;

/** Changes text on its way, stream by stream; what it holds back comes with `flush`, and `hasCut` tells that it dropped something. */
export type Filter = {
  pass: (stream: Stream, text: string) => string;
  flush: (stream: Stream) => string;
  hasCut?: () => boolean;
};

/** Stores what a command writes, in pieces as they come; beyond 10 MiB it says so and keeps no more. */
export class OutputRecorder {
  readonly #of: AttemptJob;
  readonly #filters: readonly Filter[];
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
  #stdout: string[] = [];
  /** Characters that will come again and are stored already. */
  readonly #known = { stdout: 0, stderr: 0 };

  constructor(of: AttemptJob, filters: readonly Filter[], failed: (error: unknown) => void) {
    this.#of = of;
    this.#filters = filters;
    this.#failed = failed;
  }

  /** What was stored of standard output, as one text. */
  get stdout(): string {
    return this.#stdout.join("");
  }

  add(stream: Stream, raw: string): void {
    if (this.#truncated || this.#finished) return;
    const text = this.#filters.reduce((passed, filter) => filter.pass(stream, passed), raw);
    const known = Math.min(this.#known[stream], text.length);
    this.#known[stream] -= known;
    this.#store(stream, text.slice(known));
  }

  /** Goes on after what is stored: what is added from now on begins anew, and its beginning is known already. */
  resume(stored: readonly OutputPiece[]): void {
    for (const { stream, text, piece } of stored) {
      this.#digest.update(text);
      this.#bytes += Buffer.byteLength(text);
      this.#lines += text.split("\n").length - 1;
      this.#pieces = piece;
      this.#known[stream] += text.length;
      if (stream === "stdout") this.#stdout.push(text);
    }
    this.#truncated = this.#bytes >= MOST_BYTES;
  }

  /** Stores what is left and takes no more. Its digest covers what was stored, in order. */
  async finish(): Promise<Summary> {
    if (!this.#finished) {
      for (const stream of ["stdout", "stderr"] as const) this.#store(stream, this.#held(stream));
    }
    this.#finished = true;
    this.#flush();
    await this.#writing;
    return {
      lines: this.#lines,
      bytes: this.#bytes,
      truncated: this.#truncated || this.#filters.some((filter) => filter.hasCut?.()),
      sha256: this.#digest.copy().digest("hex"),
    };
  }

  /** What the filters held back: what one gives up, those after it still have to see. */
  #held(stream: Stream): string {
    return this.#filters.reduce((text, filter) => filter.pass(stream, text) + filter.flush(stream), "");
  }

  #store(stream: Stream, raw: string): void {
    if (raw === "" || this.#truncated) return;
    const text = this.#withinLimit(raw.replace(NUL, "\u2400"));
    this.#lines += text.split("\n").length - 1;
    this.#digest.update(text);
    if (stream === "stdout") this.#stdout.push(text);
    const last = this.#waiting.at(-1);
    if (last?.stream === stream && last.text.length < ENOUGH_CHARACTERS) last.text += text;
    else this.#waiting.push({ stream, at: new Date().toISOString(), text });
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MILLISECONDS);
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
    return `${kept}\n${told("[truncated: the command wrote more than 10 MiB]")}\n`;
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
