import { z } from "zod";
import { Answer, FactKey } from "#lib/domain/condition.ts";
import { Evidence } from "#lib/domain/evidence.ts";
import { Key, Line } from "#lib/domain/fields.ts";
import { faultWords, LONGEST_SAID, SHORTEST_SECRET } from "#lib/domain/input.ts";
import { Instant, Who } from "#lib/domain/instant.ts";
import { StepNumber } from "#lib/domain/procedure.ts";
import { Role } from "#lib/domain/roles.ts";
import { Stated } from "#lib/domain/run/review.ts";
import { Ended, Finding, Output, Verified } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What somebody asks for. */

const Reason = z
  .string()
  .trim()
  .min(1, { error: () => t("say why") })
  .max(2_000);
const PersonId = z.uuid();
const Secret = z
  .string()
  .min(SHORTEST_SECRET, { error: () => faultWords("short_secret") })
  .max(LONGEST_SAID);
const Note = z
  .string()
  .trim()
  .min(1, { error: () => t("write something") })
  .max(2_000);
const step = StepNumber;
/** Not the form of a document's sub-steps: those added in a run are numbered on, without an end. */
const subStep = z.string().max(20);
/** Which asking this answers, as the run says (`gate.askedAt`): another is refused. Left out: whatever is asked now. */
const askedAt = Instant.optional();
const attempt = z.number().int().positive();

export const RunCommand = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("run.start"),
    /** Break-glass: start although another run holds the procedure or a site. The run's own label, typed. */
    override: z.strictObject({ reason: Reason, confirmation: z.string().max(20) }).optional(),
  }),
  z.strictObject({ type: z.literal("run.pause"), reason: Reason }),
  z.strictObject({ type: z.literal("run.resume") }),
  z.strictObject({ type: z.literal("run.abort"), reason: Reason }),
  z.strictObject({ type: z.literal("run.fail"), reason: Reason }),
  z.strictObject({ type: z.literal("run.automate"), on: z.boolean() }),
  z.strictObject({ type: z.literal("command.take"), reason: Reason }),
  z.strictObject({ type: z.literal("fact.answer"), fact: FactKey, answer: Answer }),
  z.strictObject({ type: z.literal("output.enter"), output: Key, value: z.string().max(4_096) }),
  z.strictObject({
    type: z.literal("note.add"),
    text: Note,
    step: step.optional(),
    /** Whom it is meant for: they are told of it. */
    mentions: z
      .array(PersonId)
      .max(10, { error: () => t("mention at most 10 people") })
      .optional(),
    /** Where it is about what happened earlier: recorded afterwards. */
    happenedAt: Instant.optional(),
  }),
  z.strictObject({ type: z.literal("evidence.link"), step, evidence: Evidence.options[1] }),
  z.strictObject({
    type: z.literal("finding.add"),
    /** Chosen by the caller. */
    finding: z.uuid(),
    text: Note,
    owner: Line,
    dueOn: z.iso.date().optional(),
  }),
  z.strictObject({ type: z.literal("finding.close"), finding: z.uuid(), how: Note }),
  z.strictObject({ type: z.literal("report.state"), stated: Stated }),
  z.strictObject({
    type: z.literal("report.sign_off"),
    as: Line,
    /** The last event of the report as it was read (its `events`); refused where more came since. Left out: as it stands. */
    seen: z.number().int().positive().optional(),
  }),
]);
export type RunCommand = z.infer<typeof RunCommand>;

const HowToStart = {
  step,
  /** Which of the step's roles, where it has more than one place. Left out: the first. */
  role: Key.optional(),
  /** Do an automated step by hand. */
  byHand: z.boolean().optional(),
  /** The run's label, typed, where the step cannot be undone. */
  confirmation: z.string().max(20).optional(),
  /** What the step asks for. */
  inputs: z.record(Key, z.string().max(4_096)).optional(),
  /** The same for what is never stored: it reaches the worker sealed, and nobody else. */
  secrets: z.record(Key, Secret).optional(),
  /** Needed only where a command may have run already. */
  reason: Reason.optional(),
};

const bothOrNeither = { error: () => t("name both by and happenedAt, or neither") };

const Values = z.record(Key, z.string().max(4_096));

export const StepCommand = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("step.start"), ...HowToStart }),
  z.strictObject({ type: z.literal("step.retry"), ...HowToStart }),
  z.strictObject({ type: z.literal("step.complete"), step, note: Note.optional(), outputs: Values.optional() }),
  z.strictObject({ type: z.literal("step.fail"), step, reason: Reason }),
  z.strictObject({ type: z.literal("step.cancel"), step, reason: Reason.optional() }),
  z
    .strictObject({
      type: z.literal("step.skip"),
      step,
      reason: Reason,
      /** Where it was decided without the console and is entered afterwards: by whom, as the paper says, and when. */
      by: Line.optional(),
      happenedAt: Instant.optional(),
    })
    .refine(({ by, happenedAt }) => by !== undefined || happenedAt === undefined, { path: ["by"], ...bothOrNeither })
    .refine(({ by, happenedAt }) => by === undefined || happenedAt !== undefined, {
      path: ["happenedAt"],
      ...bothOrNeither,
    }),
  /** Asks the target of an interrupted attempt for its receipt. */
  z.strictObject({ type: z.literal("step.ask"), step }),
  z.strictObject({
    type: z.literal("step.override"),
    step,
    reason: Reason,
    evidence: Note,
    outputs: Values.optional(),
  }),
  /** What people did without the console, entered afterwards with its true time. */
  z.strictObject({
    type: z.literal("step.record"),
    step,
    happenedAt: Instant,
    /** Who did it, as the paper says. */
    by: Line,
    note: Note,
    /** It was tried and failed, as the note says. Left out: it was done. */
    failed: z.literal(true).optional(),
    /** Why it was done before what it waits for. */
    outOfOrder: Reason.optional(),
    outputs: Values.optional(),
  }),
  z.strictObject({ type: z.literal("step.reopen"), step, reason: Reason }),
  z.strictObject({ type: z.literal("step.approve"), step, askedAt, note: Note.optional() }),
  z.strictObject({ type: z.literal("step.reject"), step, askedAt, reason: Reason }),
  z.strictObject({ type: z.literal("step.release"), step, askedAt, note: Note.optional() }),
  /** Asks those who approve whether the step may be started so. */
  z.strictObject({
    type: z.literal("gate.request"),
    step,
    role: Key.optional(),
    byHand: z.boolean().optional(),
    inputs: HowToStart.inputs,
  }),
  z.strictObject({
    type: z.literal("gate.vote"),
    step,
    askedAt,
    position: Key,
    vote: z.enum(["go", "no_go"]),
    reason: Reason,
  }),
  /** The commander decides on a poll; where a vote is missing or says no go, with a reason. */
  z.strictObject({
    type: z.literal("gate.decide"),
    step,
    askedAt,
    decision: z.enum(["go", "no_go"]),
    reason: Reason.optional(),
  }),
  /** Break-glass. The run's own label, typed. */
  z.strictObject({ type: z.literal("gate.break"), step, reason: Reason, confirmation: z.string().max(20) }),
  z.strictObject({ type: z.literal("sub_step.tick"), step, subStep }),
  z.strictObject({ type: z.literal("sub_step.untick"), step, subStep }),
  z.strictObject({ type: z.literal("sub_step.add"), step, title: z.string().trim().min(1).max(300) }),
]);
export type StepCommand = z.infer<typeof StepCommand>;

/** A person of the console by id; who that is, the server knows. */

export const PeopleCommand = z.discriminatedUnion("type", [
  /** What is left out stays as it is, null empties it. */
  z.strictObject({
    type: z.literal("position.fill"),
    position: Key,
    person: PersonId.nullable().optional(),
    deputy: PersonId.nullable().optional(),
  }),
  /** Left out: oneself. The commander says it for somebody who answered elsewhere. */
  z.strictObject({ type: z.literal("presence.confirm"), person: PersonId.optional() }),
  z.strictObject({
    type: z.literal("step.assign"),
    step,
    to: z.union([z.strictObject({ person: PersonId }), z.strictObject({ position: Key })]).nullable(),
  }),
  z.strictObject({ type: z.literal("help.ask"), step, reason: Reason }),
  z.strictObject({ type: z.literal("help.settle"), step, how: Note }),
  /** Tells those who are waited for once more: at a step, or, where none is named, in the roll call. */
  z.strictObject({ type: z.literal("people.remind"), step: step.optional() }),
  z.strictObject({ type: z.literal("command.offer"), to: PersonId }),
  z.strictObject({ type: z.literal("command.withdraw") }),
  z.strictObject({ type: z.literal("command.accept") }),
  z.strictObject({ type: z.literal("command.decline"), reason: Reason }),
]);
export type PeopleCommand = z.infer<typeof PeopleCommand>;

/** What a person may send. */
export const Command = z.discriminatedUnion("type", [
  ...RunCommand.options,
  ...StepCommand.options,
  ...PeopleCommand.options,
]);
export type Command = z.infer<typeof Command>;

/** What a worker or the lease watcher reports; `attempt` is the fence. */
export const Report = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("attempt.begin"), step, attempt, place: z.string().max(64).optional() }),
  z.strictObject({
    type: z.literal("attempt.finish"),
    step,
    attempt,
    result: Ended,
    durationMs: z.number().nonnegative(),
    output: Output,
    /** What was captured, and what should have been and was not there. */
    outputs: Values.optional(),
    missing: z.array(Key).optional(),
    expected: Verified.optional(),
  }),
  z.strictObject({ type: z.literal("attempt.lose"), step, attempt, reason: Reason }),
  /** What the target said of an interrupted attempt. */
  z.strictObject({
    type: z.literal("attempt.answer"),
    step,
    attempt,
    finding: Finding,
    output: Output.optional(),
    outputs: Values.optional(),
    missing: z.array(Key).optional(),
  }),
  /** The time for trying again by itself has come. */
  z.strictObject({ type: z.literal("attempt.again"), step, attempt }),
  /** A file that is stored already: only the server knows its digest. */
  z.strictObject({ type: z.literal("evidence.file"), step, evidence: Evidence.options[0] }),
  /** What the console knows of somebody who may be named in the run: their role now, or (null) that they are deactivated. */
  z.strictObject({ type: z.literal("person.change"), person: Who, role: Role.nullable() }),
  /** The time of a gate may be over. */
  z.strictObject({ type: z.literal("gate.lapse"), step }),
]);
export type Report = z.infer<typeof Report>;
