import type { z } from "zod";
import { Procedure, type Step } from "#lib/domain/procedure.ts";

/** Small procedures for tests: say only what the test is about, the rest is filled in. */

export type StepDraft = Partial<z.input<typeof Step>>;
export type ProcedureDraft = Partial<z.input<typeof Procedure>>;

/** Steps are numbered by their place, manual, and at the destination, unless they say otherwise. */
export const procedureDraft = (steps: StepDraft[], more: ProcedureDraft = {}): z.input<typeof Procedure> => ({
  format: "switchover-procedure/1",
  key: "example",
  title: "An example",
  roles: [
    { key: "source", title: "Source" },
    { key: "destination", title: "Destination" },
  ],
  facts: [
    { key: "source_up", question: "Is the source operating?", label: "source operating" },
    { key: "firewalls", question: "Are firewalls included?", label: "firewalls included" },
  ],
  positions: [{ key: "lead", title: "Lead" }],
  phases: [{ title: "All", steps: steps.map(numbered) }],
  ...more,
});

export const procedureOf = (...steps: StepDraft[]): Procedure => Procedure.parse(procedureDraft(steps));

export const gated = {
  approval: { gate: { kind: "approval" } },
  hold: { gate: { kind: "hold" } },
  poll: { gate: { kind: "poll", of: ["lead"] } },
} satisfies Record<string, StepDraft>;

/** The step under test is number 2: step 1 comes before it, step 3 after it. */
export const around = (step: StepDraft): Procedure => procedureOf({}, step, {});

const numbered = (step: StepDraft, i: number): z.input<typeof Step> => ({
  number: String(i + 1),
  title: `Step ${i + 1}`,
  kind: step.action ? "automated" : "manual",
  roles: ["destination"],
  ...step,
});

export const when = (fact: string, is: "yes" | "no") => ({ all: [{ fact, is }] });

export const automated = {
  action: { argv: ["/bin/copy", { site: "folder" }], timeoutSeconds: 60 },
} satisfies StepDraft;

export const confirmed = {
  action: { argv: ["/bin/copy"], timeoutSeconds: 60 },
  expected: { confirm: "The folder is there." },
} satisfies StepDraft;
