import { z } from "zod";
import { Answer } from "#lib/domain/condition.ts";
import { Connections } from "#lib/domain/connection.ts";
import { Evidence } from "#lib/domain/evidence.ts";
import { Instant, Who } from "#lib/domain/instant.ts";
import { Role } from "#lib/domain/roles.ts";
import { Review } from "#lib/domain/run/review.ts";
import { Assignment } from "#lib/domain/work.ts";

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

/** A site as the run saw it when it was created; its parameters and connections resolve the actions of this run. */
export const RunSite = z.object({
  id: z.uuid(),
  name: z.string(),
  practice: z.boolean(),
  parameters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  connections: Connections.optional(),
});
export type RunSite = z.infer<typeof RunSite>;

/**
 * How an attempt is made: a worker runs the command, a person does it, a drill only shows it, or a worker looks whether
 * what a person did has come true.
 */
export const Conduct = z.enum(["command", "hand", "simulated", "verification"]);
export type Conduct = z.infer<typeof Conduct>;

export const Ended = z.discriminatedUnion("kind", [
  /** `leftBehind`: processes it started go on. */
  z.object({ kind: z.literal("exited"), code: z.number().int(), leftBehind: z.literal(true).optional() }),
  z.object({ kind: z.literal("signaled"), signal: z.string() }),
  z.object({ kind: z.literal("not_run"), message: z.string() }),
  z.object({ kind: z.literal("timed_out"), gone: z.boolean() }),
  z.object({ kind: z.literal("canceled"), gone: z.boolean() }),
  /** A service answered, and `ok` says whether as expected. */
  z.object({ kind: z.literal("answered"), ok: z.boolean(), status: z.number().int(), message: z.string() }),
  /** A probe: whether it held in the end, after how many tries, and what the last one saw. */
  z.object({ kind: z.literal("probed"), held: z.boolean(), tries: z.number().int(), message: z.string() }),
]);
/** How a command ended. `gone`: the process is known to be gone. `not_run`: it never began. */
export type Ended = z.infer<typeof Ended>;

export const Finding = z.discriminatedUnion("kind", [
  /** The receipt holds its exit code. */
  z.object({ kind: z.literal("ended"), code: z.number().int(), at: Instant.optional() }),
  z.object({ kind: z.literal("running") }),
  /** There is no receipt, and the attempt is claimed there now: it was never begun and never will be. */
  z.object({ kind: z.literal("not_begun") }),
  /** Its process is gone and left no exit code. */
  z.object({ kind: z.literal("gone") }),
  z.object({ kind: z.literal("unreachable"), message: z.string() }),
]);
/** What the target says of an attempt whose outcome is unknown. */
export type Finding = z.infer<typeof Finding>;

export const Output = z.object({
  lines: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  truncated: z.boolean(),
  sha256: z.string(),
});

/** What a probe of the expected result saw in the end. */
export const Verified = z.object({ held: z.boolean(), tries: z.number().int(), message: z.string() });

export const Attempt = z.object({
  number: z.number().int().positive(),
  conduct: Conduct,
  role: z.string(),
  site: z.string(),
  command: Assignment.optional(),
  /** What was said at the press. Secrets by name only: they are stored nowhere. */
  inputs: z.record(z.string(), z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  /** The machine tried again by itself; the how many-eth time. */
  retry: z.number().int().positive().optional(),
  by: Who,
  at: Instant,
  /** Why it was started, where somebody said so. */
  why: z.string().optional(),
  /** What was said of what was done by hand before this looks at it. */
  note: z.string().optional(),
  /** Why it was canceled, where somebody said so. */
  canceled: z.object({ by: Who, reason: z.string() }).optional(),
  /** The worker that began it, and when. Absent: provably not begun. */
  begun: z
    .object({
      worker: z.string(),
      at: Instant,
      /** Where its receipt is, when that is on the worker's own machine: only there can it be asked for. */
      place: z.string().optional(),
    })
    .optional(),
  ended: z
    .object({
      at: Instant,
      result: Ended.optional(),
      durationMs: z.number().optional(),
      output: Output.optional(),
      /** Whether what must be true afterwards was. */
      expected: Verified.optional(),
    })
    .optional(),
  /** The step was reopened after this. */
  undone: z.literal(true).optional(),
  /** Somebody asked the target what became of it, and what it said. */
  asked: z.object({ by: Who, at: Instant, answer: z.object({ at: Instant, finding: Finding }).optional() }).optional(),
});
export type Attempt = z.infer<typeof Attempt>;

export const Tick = z.object({ by: Who, at: Instant });

/** What an approval was asked for: how the step will be started, and what then is run. Secrets are said at the start. */
export const Asked = z.object({
  role: z.string(),
  byHand: z.boolean(),
  inputs: z.record(z.string(), z.string()),
  attempt: z.number().int().positive(),
  command: Assignment.optional(),
});
export type Asked = z.infer<typeof Asked>;

export const Vote = z.object({
  by: Who,
  at: Instant,
  vote: z.enum(["approve", "reject", "go", "no_go"]),
  /** Which of the poll's positions it is the vote of. */
  position: z.string().optional(),
  reason: z.string().optional(),
});
export type Vote = z.infer<typeof Vote>;

/** `broken`: by break-glass, in place of those who were asked. */
const Opened = z.object({ by: Who, at: Instant, reason: z.string().optional(), broken: z.literal(true).optional() });

/** What a step's gate stands at, since it was last asked. */
export const GateState = z.object({
  /** Left out where it was asked by itself. */
  askedBy: Who.optional(),
  askedAt: Instant,
  until: Instant.optional(),
  how: Asked.optional(),
  votes: z.array(Vote),
  opened: Opened.optional(),
});
export type GateState = z.infer<typeof GateState>;

export const AddedSubStep = z.object({ number: z.string(), title: z.string(), by: Who, at: Instant });

export const Attached = z.intersection(Evidence, z.object({ by: Who, at: Instant }));
export type Attached = z.infer<typeof Attached>;

/** Done without the console and entered later: by whom and when, as it was told. */
export const Recorded = z.object({ by: z.string(), at: Instant, outOfOrder: z.string().optional() });
/** Whose a step is: a person, or whoever fills a position. Others may act all the same. */
export const Assignee = z.union([z.object({ person: Who }), z.object({ position: z.string() })]);
export type Assignee = z.infer<typeof Assignee>;

export const StepState = z.object({
  number: z.string(),
  status: StepStatus,
  /** When it came into this status, and who or what brought it there. */
  since: Instant,
  by: Who,
  reason: z.string().optional(),
  note: z.string().optional(),
  evidence: z.string().optional(),
  /** Overridden by what the procedure says about its failure, not by a person. */
  byRule: z.literal(true).optional(),
  /** When the machine tries again by itself. */
  retryAt: Instant.optional(),
  attempts: z.array(Attempt),
  ticks: z.record(z.string(), Tick),
  added: z.array(AddedSubStep),
  gate: GateState.optional(),
  /** Break-glass at its gate before that was asked anew. */
  brokenGlass: z.array(Opened).optional(),
  attached: z.array(Attached),
  recorded: Recorded.optional(),
  /** Said in the run, in place of what the procedure says; null: nobody in particular. */
  assigned: z.object({ to: Assignee.nullable(), by: Who, at: Instant }).optional(),
  /** Who works on it cannot go on, since when, and why. Ends with the step. */
  help: z.object({ by: Who, at: Instant, reason: z.string() }).optional(),
});
export type StepState = z.infer<typeof StepState>;

/** What a step gave, or a person entered for it. */
export const KnownOutput = z.object({ value: z.string(), by: Who, at: Instant });
export type KnownOutput = z.infer<typeof KnownOutput>;

/** Who fills a position of the run, and who stands in. */
export const Filled = z.object({ person: Who.optional(), deputy: Who.optional() });
export type Filled = z.infer<typeof Filled>;

/** That somebody is there, and who said so: the person, or the commander who heard it. */
export const Presence = z.object({ by: Who, at: Instant });
export type Presence = z.infer<typeof Presence>;

/** Command taken without being handed over. */
export const TakenCommand = z.object({ from: Who, to: Who, at: Instant, reason: z.string() });

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
  /** Who paused, aborted or failed it, and when; of one that was aborted or failed, the steps at which it stood. */
  stopped: z.object({ by: Who, at: Instant, steps: z.array(z.string()).optional() }).optional(),
  sites: z.record(z.string(), RunSite),
  facts: z.record(z.string(), Answer),
  /** Each answer that was given since it was created, in order, by whom, and what it was before. */
  answers: z.array(
    z.object({
      fact: z.string(),
      before: Answer,
      at: Instant,
      by: Who,
    }),
  ),
  outputs: z.record(z.string(), KnownOutput),
  /** Ready automated steps start by themselves: never through a gate, never one that cannot be undone. */
  automatic: z.boolean(),
  /** It was started although other runs held its procedure or its sites. */
  brokeLock: z.object({ by: Who, at: Instant, reason: z.string(), over: z.array(z.string()) }).optional(),
  commander: Who,
  /** By the key of the procedure's position. */
  positions: z.record(z.string(), Filled),
  /** What somebody who is named in the run became since: another role, or (null) deactivated. By the person's id. */
  people: z.record(z.string(), z.object({ role: Role.nullable(), at: Instant })),
  /** Who has answered the roll call, by the person's id. */
  presence: z.record(z.string(), Presence),
  /** Command is offered to somebody, who has not answered. Until then the giver commands. */
  /** Who was reminded last, by step or `ROLL_CALL`; and whom of them no message reaches. */
  reminded: z.record(z.string(), z.object({ by: Who, at: Instant, to: z.array(Who), unreached: z.array(Who) })),
  commandOffer: z.object({ to: Who, by: Who, at: Instant }).optional(),
  takenCommands: z.array(TakenCommand),
  /** Steps whose suggested gate was left out when the run was created. */
  withoutGates: z.array(z.string()),
  review: Review,
  rtoSeconds: z.number().int().positive().nullable(),
  /** Null while it is a draft of which nobody stated it: it is declared when it is started. */
  declaredAt: Instant.nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Where what ended it was entered afterwards: when the last of its steps was truly done. */
  reachedAt: Instant.optional(),
  /** A drill that is over and in which whatever was tried was only simulated: its time is that of no recovery. */
  onlySimulated: z.literal(true).optional(),
  steps: z.array(StepState),
});
export type Run = z.infer<typeof Run>;
