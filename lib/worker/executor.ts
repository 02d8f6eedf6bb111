import type { Ended, Finding } from "#lib/domain/run/state.ts";

/** The one interface behind which every way to act is a small module of its own. */

export type Stream = "stdout" | "stderr";

/** Which attempt this is; `number` is the fence. */
export type AttemptId = { runId: string; step: string; attempt: number };

/** What only the worker sees in clear. Every value that was asked for is masked in the output from then on. */
export type Hidden = {
  /** Said by a person at the press. Throws when it is not known here. */
  secret: (name: string) => string;
  /** Kept by this worker. Throws a sentence for people when it is not. */
  credential: (name: string) => Promise<string>;
};

export type Order<W> = {
  id: AttemptId;
  work: W;
  timeoutSeconds: number;
  /** What the command is told of its run, beside a clean environment. */
  variables: Readonly<Record<string, string>>;
  hidden: Hidden;
  /** Fires when a person cancels. */
  canceled: AbortSignal;
  /** Fires when the worker cannot wait any longer: let go of the command without ending it. */
  leaving: AbortSignal;
  onOutput: (stream: Stream, text: string) => void;
};

/** How it ended; or that nobody knows, which only the host's receipt or a person can resolve. */
export type Outcome =
  | { kind: "ended"; ended: Ended /** What outputs are captured from, where it is not the output. */; answer?: string }
  | { kind: "unknown"; reason: string };

/** One thing that was looked at without changing anything. */
export type CheckResult = { what: string; result: "passed" | "failed"; message: string };

export type Executor<W> = {
  /** Never throws for what the work did; answers how it ended. */
  run: (order: Order<W>) => Promise<Outcome>;
  /**
   * Asks the target what became of an attempt, and claims it there when it was never begun, so that it never will be.
   * Ways that leave no receipt have no such function.
   */
  ask?: (order: Pick<Order<W>, "id" | "work" | "hidden" | "onOutput">) => Promise<Finding>;
  /** Whether it could be done: connections, host keys, credentials, programs. Changes nothing. */
  check: (work: W, hidden: Hidden, signal: AbortSignal) => Promise<CheckResult[]>;
};
