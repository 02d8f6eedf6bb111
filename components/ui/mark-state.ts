export type MarkKind = "manual" | "automated" | "approval" | "hold_point";

export type MarkState =
  | "not_started"
  | "ready"
  | "in_progress"
  | "awaiting_approval"
  | "awaiting_confirmation"
  | "completed"
  | "rejected"
  | "failed"
  | "timed_out"
  | "interrupted"
  | "canceling"
  | "canceled"
  | "overridden"
  | "skipped"
  | "not_applicable"
  | "undecided";

/** A meaning that has colours of its own: see `data-tone` in app/globals.css. */
export type Tone = "quiet" | "ready" | "now" | "wait" | "done" | "bad" | "ink" | "skip" | "faint" | "drill";

export const toneOfState: Record<MarkState, Tone> = {
  not_started: "quiet",
  ready: "ready",
  in_progress: "now",
  awaiting_approval: "wait",
  awaiting_confirmation: "wait",
  completed: "done",
  rejected: "bad",
  failed: "bad",
  timed_out: "bad",
  interrupted: "bad",
  canceling: "quiet",
  canceled: "quiet",
  overridden: "ink",
  skipped: "skip",
  not_applicable: "faint",
  undecided: "wait",
};

const words: Record<MarkState, string> = {
  not_started: "Not started",
  ready: "Ready",
  in_progress: "In progress",
  awaiting_approval: "Awaiting decision",
  awaiting_confirmation: "Confirm result",
  completed: "Completed",
  rejected: "Rejected",
  failed: "Failed",
  timed_out: "Timed out",
  interrupted: "Outcome unknown",
  canceling: "Canceling",
  canceled: "Canceled",
  overridden: "Overridden",
  skipped: "Skipped",
  not_applicable: "Not applicable",
  undecided: "Undecided",
};

/** The word people read for a state; a hold point that waits is held. */
export function stateWord(state: MarkState, kind?: MarkKind): string {
  return kind === "hold_point" && state === "awaiting_approval" ? "Held" : words[state];
}
