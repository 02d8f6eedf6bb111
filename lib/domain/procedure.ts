import { z } from "zod";
import { Condition, FactKey } from "#lib/domain/condition.ts";
import { Key, Line, Seconds, Text } from "#lib/domain/fields.ts";
import { Gate } from "#lib/domain/gate.ts";
import { STEP_NUMBER } from "#lib/domain/step-number.ts";
import { CommandAction, ProcessAction, SshAction } from "#lib/domain/way/command.ts";
import { HttpAction } from "#lib/domain/way/http.ts";
import { Probe, ProbeAction } from "#lib/domain/way/probe.ts";
import { t } from "#lib/words/t.ts";

/** A procedure document: what is written down. One schema for files, the API and the database. */

export const StepNumber = z.string().regex(STEP_NUMBER, { error: () => t('a stable number such as "12" or "12a"') });
export const SubStepNumber = z.string().regex(/^[1-9][0-9]{0,3}[a-z]?\.[1-9][0-9]{0,2}$/, {
  error: () => t('the step\'s number and its own, such as "12.3"'),
});

export const StepKind = z.enum(["manual", "automated", "approval", "hold_point"]);
export type StepKind = z.infer<typeof StepKind>;

/** What happens to a step in a drill: it acts for real, it is shown and recorded only, or it is left out. */
export const DrillConduct = z.enum(["run", "simulate", "skip"]);
export type DrillConduct = z.infer<typeof DrillConduct>;

/** Where a field comes from when it is not the published text itself. Shown wherever the field is shown. */
export const Provenance = z.strictObject({
  field: z.enum([
    "roles",
    "remarks",
    "condition",
    "dependsOn",
    "caution",
    "instructions",
    "subSteps",
    "kind",
    "action",
    "outputs",
    "uses",
    "expected",
    "precheck",
    "inDrill",
    "irreversible",
    "gate",
    "pointOfNoReturn",
    "position",
  ]),
  basis: z.enum(["manual", "sibling", "inferred"]),
  note: Text,
});
export type Provenance = z.infer<typeof Provenance>;

/** What the machine does by itself when an attempt fails. Left out: nothing, a person decides. */
export const FailurePolicy = z.strictObject({
  /** Only for actions that are declared idempotent. */
  retry: z
    .strictObject({ times: z.number().int().min(1).max(20), delaySeconds: z.number().int().min(0).max(3_600) })
    .optional(),
  /** When trying again did not help, the run goes on with a warning, which the outcome counts as an exception. */
  goOn: z.literal(true).optional().meta({ title: "Continue with a warning" }),
});
export type FailurePolicy = z.infer<typeof FailurePolicy>;

const common = {
  timeoutSeconds: Seconds.default(3_600),
  idempotent: z.literal(true).optional().meta({
    title: "May be done twice",
    description: "Doing it twice does no more than doing it once. Only its author can know.",
  }),
  onFailure: FailurePolicy.optional(),
};

/** One way to act with what it needs. A next way is one more schema here and one more executor in the worker. */
export const Action = z.discriminatedUnion("way", [
  CommandAction.extend(common),
  ProcessAction.extend(common),
  SshAction.extend(common),
  HttpAction.extend(common),
  ProbeAction.extend(common),
]);
export type Action = z.infer<typeof Action>;

/** What the person who presses the button is asked for. A `secret` is never stored, and asked for again on retry. */
export const Input = z.strictObject({
  name: Key,
  label: Line,
  type: z.enum(["text", "integer", "choice", "secret"]),
  choices: z.array(Line).min(1).max(50).optional(),
  optional: z.literal(true).optional().meta({ title: "May be left empty" }),
});
export type Input = z.infer<typeof Input>;

/** What the step gives to later ones: captured from what the action wrote, or entered by the person. */
export const Output = z.strictObject({
  name: Key,
  label: Line,
  type: z.enum(["text", "integer"]),
  from: z
    .union([
      z.strictObject({
        json: z
          .string()
          .max(500)
          .regex(/^(\/.*)?$/, { error: () => t('a JSON pointer such as "/folder"') }),
      }),
      z
        .strictObject({ pattern: z.string().min(1).max(500).meta({ description: "Its group ( ) is the value." }) })
        .meta({ title: "A regular expression" }),
    ])
    .optional(),
  optional: z.literal(true).optional().meta({ title: "May be missing" }),
});
export type Output = z.infer<typeof Output>;

/** What must be true afterwards: a worker looks, or a person confirms the sentence. */
export const Expected = z.union([
  z.strictObject({ probe: Probe }).meta({ title: "A worker checks" }),
  z.strictObject({ confirm: Line.meta({ title: "What a person confirms" }) }).meta({ title: "A person confirms" }),
]);
export type Expected = z.infer<typeof Expected>;

export const SubStep = z.strictObject({
  number: SubStepNumber,
  title: Line,
  role: Key.optional(),
  condition: Condition.optional(),
});
export type SubStep = z.infer<typeof SubStep>;

export const Step = z.strictObject({
  number: StepNumber,
  title: Line,
  kind: StepKind,
  roles: z.array(Key).min(1).max(4),
  remarks: Text.optional(),
  condition: Condition.optional(),
  caution: Text.optional(),
  instructions: Text.optional(),
  subSteps: z.array(SubStep).max(100).default([]).meta({ title: "Sub-steps" }),
  dependsOn: z.array(StepNumber).max(50).optional().meta({
    title: "Waits for",
    description: "Numbers of steps. Left out: the step before it in the document.",
  }),
  action: Action.optional(),
  inputs: z.array(Input).max(20).optional(),
  outputs: z.array(Output).max(20).optional(),
  /** Outputs of other steps that this one is shown, and its command is told. */
  uses: z.array(Key).max(20).optional().meta({ title: "Uses outputs" }),
  /** Looks whether the step could be done now, and changes nothing. */
  precheck: Probe.optional(),
  expected: Expected.optional().meta({ title: "Expected result" }),
  /** Only in drills: puts back what the drill changed. Such a drill cannot end before it is done or skipped. */
  cleanUp: z.literal(true).optional().meta({ title: "Clean-up step" }),
  expectedSeconds: Seconds.optional().meta({ title: "Expected time, in seconds" }),
  inDrill: DrillConduct.default("simulate").meta({ title: "In a drill" }),
  irreversible: z.boolean().default(false).meta({ title: "Cannot be undone" }),
  /** What people decide before it may start. A step that is only decided may say here how. */
  gate: Gate.optional(),
  /** Once it has begun there is no way back but the switchback. */
  pointOfNoReturn: z.literal(true).optional().meta({
    description: "Begun only with the run number typed, never by itself; then the run cannot be aborted.",
  }),
  /** Whose it is, unless the run says otherwise. Others may do it all the same. */
  position: Key.optional(),
  provenance: z.array(Provenance).max(20).default([]),
});
export type Step = z.infer<typeof Step>;

export const Fact = z.strictObject({ key: FactKey, question: Line, label: Line });
export type Fact = z.infer<typeof Fact>;

/** One press on the new-run page: a type of run and the answers that go with it. */
export const Preset = z.strictObject({
  key: Key,
  title: Line,
  type: z.enum(["planned", "unplanned"]),
  facts: z.record(FactKey, z.enum(["yes", "no"])),
});
export type Preset = z.infer<typeof Preset>;

export const Phase = z.strictObject({ title: Line, steps: z.array(Step).min(1).max(500) });
export type Phase = z.infer<typeof Phase>;

/** A part that people play in every run: "Database lead". Each run says who fills it, and who stands in. */
const Position = z.strictObject({ key: Key, title: Line });

export const Procedure = z.strictObject({
  format: z.literal("switchover-procedure/1"),
  key: Key,
  title: Line,
  description: Text.optional(),
  roles: z
    .array(z.strictObject({ key: Key, title: Line }))
    .min(1)
    .max(12),
  positions: z.array(Position).min(1).max(20).optional(),
  facts: z.array(Fact).max(50).default([]),
  presets: z.array(Preset).max(8).default([]),
  rtoSeconds: Seconds.optional(),
  phases: z.array(Phase).min(1).max(50),
});
export type Procedure = z.infer<typeof Procedure>;
