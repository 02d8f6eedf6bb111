import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { onTestFinished } from "vitest";

/** A program that a test started, and what it has said so far. Whatever is left of it is killed after the test. */
export class Launched {
  output = "";
  readonly process: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #news = new EventEmitter();
  #over = false;

  constructor(program: string, args: string[], options: SpawnOptions = {}) {
    // A group of its own, as in a terminal: Ctrl-C goes to all of it.
    this.process = spawn(program, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on("data", (data) => {
        this.output += data;
        this.#news.emit("news");
      });
    }
    this.#ended = once(this.process, "close").then(() => {
      this.#over = true;
      this.#news.emit("news");
    });
    onTestFinished(() => {
      this.process.kill("SIGKILL");
    });
  }

  get pid(): number {
    return Number(this.process.pid);
  }

  /** Resolves when it has said `text`; rejects when it ends without. */
  async says(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.#over) throw new Error(`It ended without saying "${text}", but:\n${this.output}`);
      await once(this.#news, "news");
    }
  }

  /** Waits for its end. */
  async ends(): Promise<{ code: number | null; output: string }> {
    await this.#ended;
    return { code: this.process.exitCode, output: this.output };
  }
}
