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
