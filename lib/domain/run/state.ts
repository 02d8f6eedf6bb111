import { z } from "zod";
import { Answer } from "#lib/domain/condition.ts";

/** The state of a run, as folded from its events. Titles, remarks and actions stay in the frozen procedure. */

export const Mode = z.enum(["live", "drill"]);
export type Mode = z.infer<typeof Mode>;

export const RunType = z.enum(["planned", "unplanned"]);
export type RunType = z.infer<typeof RunType>;

export const RunStatus = z.enum([
  "draft",
  "in_progress",
  "paused",
  "completed",
  "completed_with_exceptions",
  "aborted",
  "failed",
]);
export type RunStatus = z.infer<typeof RunStatus>;

export const StepStatus = z.enum([
  "not_started",
  "ready",
  "in_progress",
  "awaiting_approval",
  "awaiting_confirmation",
  "completed",
  "rejected",
  "failed",
  "timed_out",
  "interrupted",
  "canceling",
  "canceled",
  "overridden",
  "skipped",
]);
export type StepStatus = z.infer<typeof StepStatus>;

/** An instant on the wire and in the log: ISO 8601, UTC. */
export const Instant = z.iso.datetime();

export const Who = z.object({ id: z.string(), name: z.string() });
export type Who = z.infer<typeof Who>;

/** A site as the run saw it when it was created; its parameters resolve the commands of this run. */
export const RunSite = z.object({
  id: z.uuid(),
  name: z.string(),
  practice: z.boolean(),
  parameters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
export type RunSite = z.infer<typeof RunSite>;

/** How an attempt is made: a worker runs the command, a person does it, or a drill only shows it. */
export const Conduct = z.enum(["command", "hand", "simulated"]);
export type Conduct = z.infer<typeof Conduct>;

export const Ended = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("exited"), code: z.number().int() }),
  z.object({ kind: z.literal("signaled"), signal: z.string() }),
  z.object({ kind: z.literal("not_run"), message: z.string() }),
  z.object({ kind: z.literal("timed_out"), gone: z.boolean() }),
  z.object({ kind: z.literal("canceled"), gone: z.boolean() }),
]);
/** How a command ended. `gone`: the process is known to be gone. `not_run`: it never began. */
export type Ended = z.infer<typeof Ended>;

export const Output = z.object({
  lines: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  truncated: z.boolean(),
  sha256: z.string(),
});

export const Attempt = z.object({
  number: z.number().int().positive(),
  conduct: Conduct,
  role: z.string(),
  site: z.string(),
  command: z.object({ argv: z.array(z.string()), timeoutSeconds: z.number().int().positive() }).optional(),
  by: Who,
  at: Instant,
  /** The worker that began it, and when. Absent: provably not begun. */
  begun: z.object({ worker: z.string(), at: Instant }).optional(),
  ended: z
    .object({ at: Instant, result: Ended.optional(), durationMs: z.number().optional(), output: Output.optional() })
    .optional(),
});
export type Attempt = z.infer<typeof Attempt>;

export const Tick = z.object({ by: Who, at: Instant });
export const AddedSubStep = z.object({ number: z.string(), title: z.string(), by: Who, at: Instant });

export const StepState = z.object({
  number: z.string(),
  status: StepStatus,
  /** When it came into this status, and who or what brought it there. */
  since: Instant,
  by: Who,
  reason: z.string().optional(),
  note: z.string().optional(),
  evidence: z.string().optional(),
  attempts: z.array(Attempt),
  ticks: z.record(z.string(), Tick),
  added: z.array(AddedSubStep),
});
export type StepState = z.infer<typeof StepState>;

export const Run = z.object({
  id: z.uuid(),
  number: z.number().int().positive(),
  seq: z.number().int().positive(),
  procedureId: z.uuid(),
  mode: Mode,
  type: RunType,
  status: RunStatus,
  /** Why it is paused, aborted or failed. */
  reason: z.string().optional(),
  sites: z.record(z.string(), RunSite),
  facts: z.record(z.string(), Answer),
  commander: Who,
  rtoSeconds: z.number().int().positive().nullable(),
  declaredAt: Instant,
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  steps: z.array(StepState),
});
export type Run = z.infer<typeof Run>;

export const runLabel = (number: number): string => `R-${String(number).padStart(4, "0")}`;

export const isOver = (status: RunStatus): boolean =>
  status === "completed" || status === "completed_with_exceptions" || status === "aborted" || status === "failed";

export const stepState = (run: Run, number: string): StepState | undefined =>
  run.steps.find((step) => step.number === number);

export const lastAttempt = (step: StepState): Attempt | undefined => step.attempts.at(-1);
