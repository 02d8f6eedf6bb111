import { z } from "zod";
import { Condition, FactKey } from "#lib/domain/condition.ts";

/** A procedure document: what is written down. One schema for files, the API and the database. */

const Line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\r\n]*$/, "one line");
const Text = z.string().trim().min(1).max(20_000);
/** Not "constructor", as for facts. */
const Key = z
  .string()
  .regex(
    /^(?!constructor$)[a-z][a-z0-9_-]{0,63}$/,
    'lower-case letters, digits, _ and -, at most 64, not "constructor"',
  );
const Seconds = z.number().int().positive().max(2_592_000);

export const StepNumber = z.string().regex(/^[1-9][0-9]{0,3}[a-z]?$/, 'a stable number such as "12" or "12a"');
export const SubStepNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,3}[a-z]?\.[1-9][0-9]{0,2}$/, 'the step\'s number and its own, such as "12.3"');

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
    "inDrill",
    "irreversible",
  ]),
  basis: z.enum(["manual", "sibling", "inferred"]),
  note: Text,
});
export type Provenance = z.infer<typeof Provenance>;

/** One element of a command: a literal, or a whole value put in its place. Never a template inside an element. */
export const Argument = z.union([
  z.string().max(4_096),
  z.strictObject({ run: z.enum(["number", "mode", "type", "attempt"]) }),
  z.strictObject({ site: Key, of: Key.optional() }),
]);
export type Argument = z.infer<typeof Argument>;

export const Action = z.strictObject({
  argv: z.array(Argument).min(1).max(64),
  timeoutSeconds: Seconds.default(3_600),
  /** A sentence a person confirms after exit 0, before the step counts as completed. */
  confirm: Line.optional(),
});
export type Action = z.infer<typeof Action>;

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
  subSteps: z.array(SubStep).max(100).default([]),
  /** Numbers of the steps it waits for. Left out: the step before it in the document. */
  dependsOn: z.array(StepNumber).max(50).optional(),
  action: Action.optional(),
  expectedSeconds: Seconds.optional(),
  inDrill: DrillConduct.default("simulate"),
  irreversible: z.boolean().default(false),
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

export const Procedure = z.strictObject({
  format: z.literal("switchover-procedure/1"),
  key: Key,
  title: Line,
  description: Text.optional(),
  roles: z
    .array(z.strictObject({ key: Key, title: Line }))
    .min(1)
    .max(12),
  facts: z.array(Fact).max(50).default([]),
  presets: z.array(Preset).max(8).default([]),
  rtoSeconds: Seconds.optional(),
  phases: z.array(Phase).min(1).max(50),
});
export type Procedure = z.infer<typeof Procedure>;

export const factLabel = (procedure: Procedure, key: string): string =>
  procedure.facts.find((fact) => fact.key === key)?.label ?? key;

/** A procedure by number: its steps in document order, what each waits for, and what waits for it. */
export type Outline = {
  steps: readonly Step[];
  byNumber: ReadonlyMap<string, Step>;
  predecessors: ReadonlyMap<string, readonly string[]>;
};

const outlines = new WeakMap<Procedure, Outline>();

/** A published procedure never changes, so its outline is made once for each object. */
export function outline(procedure: Procedure): Outline {
  const known = outlines.get(procedure);
  if (known) return known;
  const steps = procedure.phases.flatMap((phase) => phase.steps);
  const made: Outline = {
    steps,
    byNumber: new Map(steps.map((step) => [step.number, step])),
    predecessors: new Map(steps.map((step, i) => [step.number, step.dependsOn ?? numberBefore(steps, i)])),
  };
  outlines.set(procedure, made);
  return made;
}

/** What is not written waits for the step before it. */
function numberBefore(steps: readonly Step[], i: number): string[] {
  const before = steps[i - 1];
  return before ? [before.number] : [];
}

/** The numbers of all steps that wait for this one, directly or through others. */
export function dependents(procedure: Procedure, number: string): Set<string> {
  const found = new Set<string>();
  const { predecessors } = outline(procedure);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [later, before] of predecessors) {
      if (!found.has(later) && before.some((n) => n === number || found.has(n))) {
        found.add(later);
        grew = true;
      }
    }
  }
  return found;
}
