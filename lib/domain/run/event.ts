import { z } from "zod";
import { Actor } from "#lib/domain/actor.ts";
import { Answer } from "#lib/domain/condition.ts";
import { Evidence } from "#lib/domain/evidence.ts";
import { Instant, Who } from "#lib/domain/instant.ts";
import { Role } from "#lib/domain/roles.ts";
import { Stated } from "#lib/domain/run/review.ts";
import {
  Asked,
  Assignee,
  Conduct,
  Ended,
  Filled,
  Finding,
  Mode,
  Output,
  RunSite,
  RunType,
  Verified,
  Vote,
} from "#lib/domain/run/state.ts";
import { Assignment } from "#lib/domain/work.ts";

/** What then happened. Appended to the run's log, never changed. */

const step = z.string();
const attempt = z.number().int().positive();
const reason = z.string();
const note = z.string().optional();
/** The steps at which the run stood (`stoodAt`); runs of before this was kept have none. */
const stoodAt = z.array(z.string()).optional();
const outputs = z.record(z.string(), z.string()).optional();

export const RunEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("run.created"),
    run: z.object({
      id: z.uuid(),
      number: z.number().int().positive(),
      procedureId: z.uuid(),
      /** SHA-256 of the canonical document: what was run, provably. */
      procedureHash: z.string().optional(),
      mode: Mode,
      type: RunType,
      sites: z.record(z.string(), RunSite),
      facts: z.record(z.string(), Answer),
      rtoSeconds: z.number().int().positive().nullable(),
      /** Left out where nobody stated it: the run is declared when it is started. */
      declaredAt: Instant.optional(),
      positions: z.record(z.string(), Filled).optional(),
      withoutGates: z.array(z.string()).optional(),
    }),
    steps: z.array(z.string()),
  }),
  z.object({
    type: z.literal("run.started"),
    /** Where it was not declared before. */
    declaredAt: Instant.optional(),
    /** Break-glass: the runs it was started over. */
    override: z.object({ reason, over: z.array(z.string()) }).optional(),
  }),
  z.object({ type: z.literal("run.automation_set"), on: z.boolean() }),
  z.object({ type: z.literal("run.paused"), reason }),
  z.object({ type: z.literal("run.resumed") }),
  z.object({ type: z.literal("run.aborted"), reason, steps: stoodAt }),
  z.object({ type: z.literal("run.failed"), reason, steps: stoodAt }),
  z.object({ type: z.literal("run.completed"), exceptions: z.array(z.string()) }),
  z.object({
    type: z.literal("people.reminded"),
    /** Left out: in the roll call. */
    step: step.optional(),
    to: z.array(Who),
    /** Of these, whom no message reaches: there is no mail server, or they chose not to hear of it. */
    unreached: z.array(Who),
  }),
  z.object({ type: z.literal("command.taken"), from: Who, to: Who, reason }),
  z.object({ type: z.literal("command.offered"), to: Who }),
  z.object({ type: z.literal("command.accepted"), from: Who, to: Who }),
  z.object({ type: z.literal("command.declined"), from: Who, reason }),
  z.object({ type: z.literal("command.withdrawn"), to: Who }),
  /** Somebody who is named in the run has another role now, or (null) is deactivated. */
  z.object({ type: z.literal("person.changed"), person: Who, role: Role.nullable() }),
  z.object({ type: z.literal("position.filled"), position: z.string(), filled: Filled, before: Filled }),
  z.object({ type: z.literal("presence.confirmed"), person: Who }),
  z.object({ type: z.literal("fact.answered"), fact: z.string(), answer: Answer, before: Answer }),
  z.object({ type: z.literal("output.entered"), output: z.string(), value: z.string(), step }),
  z.object({
    type: z.literal("note.added"),
    text: z.string(),
    step: step.optional(),
    mentions: z.array(Who).optional(),
  }),

  z.object({
    type: z.literal("finding.added"),
    finding: z.uuid(),
    text: z.string(),
    owner: z.string(),
    dueOn: z.string().optional(),
  }),
  z.object({ type: z.literal("finding.closed"), finding: z.uuid(), how: z.string() }),
  z.object({ type: z.literal("report.stated"), stated: Stated }),
  z.object({ type: z.literal("report.signed_off"), as: z.string() }),

  z.object({ type: z.literal("step.assigned"), step, to: Assignee.nullable() }),
  z.object({ type: z.literal("help.asked"), step, reason }),
  z.object({ type: z.literal("help.settled"), step, how: z.string() }),
  z.object({ type: z.literal("step.readied"), step }),
  z.object({ type: z.literal("step.withheld"), step }),
  /** Its gate asks: by itself, or because somebody wants to start the step so (`how`). */
  z.object({ type: z.literal("step.approval_requested"), step, until: Instant.optional(), how: Asked.optional() }),
  z.object({
    type: z.literal("step.started"),
    step,
    attempt,
    conduct: Conduct,
    role: z.string(),
    site: z.string(),
    command: Assignment.optional(),
    inputs: z.record(z.string(), z.string()).optional(),
    secrets: z.array(z.string()).optional(),
    retry: z.number().int().positive().optional(),
    /** Why it was run again although it may have run already. */
    reason: reason.optional(),
    /** Why, where nothing but the person asked for it. */
    why: reason.optional(),
    /** What was said of what was done, which is looked at now. */
    note,
  }),
  z.object({ type: z.literal("step.retry_scheduled"), step, attempt, at: Instant }),
  z.object({ type: z.literal("step.confirmation_requested"), step }),
  z.object({ type: z.literal("step.completed"), step, note, outputs }),
  z.object({ type: z.literal("step.failed"), step, reason }),
  z.object({ type: z.literal("step.timed_out"), step, reason }),
  z.object({ type: z.literal("step.interrupted"), step, reason }),
  z.object({ type: z.literal("step.cancel_requested"), step, reason: reason.optional() }),
  /** `why`: what the person said who canceled it, beside what became of the command. */
  z.object({ type: z.literal("step.canceled"), step, reason, why: reason.optional() }),
  /** `by`: who decided it without the console; when that was stands in the envelope. */
  z.object({ type: z.literal("step.skipped"), step, reason, by: z.string().optional() }),
  z.object({
    type: z.literal("step.overridden"),
    step,
    reason,
    evidence: z.string(),
    outputs,
    /** The procedure says to go on with a warning. */
    byRule: z.literal(true).optional(),
  }),
  /** Done, or tried and failed, without the console and entered now; when it happened stands in the envelope. */
  z.object({
    type: z.literal("step.recorded"),
    step,
    by: z.string(),
    note: z.string(),
    failed: z.literal(true).optional(),
    outOfOrder: reason.optional(),
    outputs,
  }),
  z.object({ type: z.literal("step.reopened"), step, reason }),
  z.object({ type: z.literal("step.approved"), step, note }),
  z.object({ type: z.literal("step.rejected"), step, reason }),
  z.object({ type: z.literal("step.released"), step, note }),

  z.object({
    type: z.literal("gate.voted"),
    step,
    vote: Vote.shape.vote,
    position: z.string().optional(),
    reason: reason.optional(),
  }),
  /** Decided: the step may start. A step that is only decided is completed instead, by its own event. */
  z.object({ type: z.literal("gate.opened"), step, note, reason: reason.optional() }),
  /** Break-glass: opened by the commander in place of those who were asked. */
  z.object({ type: z.literal("gate.broken"), step, reason }),
  /** What was agreed to is not what would be done now. */
  z.object({ type: z.literal("gate.voided"), step, reason }),
  /** Its time is over: unanswered it is a no, answered and not used it has to be asked again. */
  z.object({ type: z.literal("gate.lapsed"), step, reason }),

  z.object({ type: z.literal("evidence.added"), step, evidence: Evidence }),

  z.object({ type: z.literal("sub_step.ticked"), step, subStep: z.string() }),
  z.object({ type: z.literal("sub_step.unticked"), step, subStep: z.string() }),
  z.object({ type: z.literal("sub_step.added"), step, subStep: z.string(), title: z.string() }),

  z.object({ type: z.literal("attempt.started"), step, attempt, place: z.string().optional() }),
  z.object({
    type: z.literal("attempt.finished"),
    step,
    attempt,
    result: Ended,
    durationMs: z.number(),
    output: Output,
    outputs,
    expected: Verified.optional(),
  }),
  z.object({ type: z.literal("attempt.asked"), step, attempt }),
  z.object({ type: z.literal("attempt.answered"), step, attempt, finding: Finding }),
]);
export type RunEvent = z.infer<typeof RunEvent>;

/** An event as the log holds it: numbered without gaps, with its time and who caused it. */
export const LoggedEvent = z.object({
  seq: z.number().int().positive(),
  /** When it was recorded. */
  at: Instant,
  /** When it happened, where that was earlier: recorded afterwards. */
  happenedAt: Instant.optional(),
  actor: Actor,
  event: RunEvent,
});
export type LoggedEvent = z.infer<typeof LoggedEvent>;
