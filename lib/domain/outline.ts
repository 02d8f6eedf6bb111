import type { Procedure, Step } from "#lib/domain/procedure.ts";

export const factLabel = (procedure: Procedure, key: string): string =>
  procedure.facts.find((fact) => fact.key === key)?.label ?? key;

export const positionTitle = ({ positions }: Pick<Procedure, "positions">, key: string): string =>
  positions?.find((position) => position.key === key)?.title ?? key;

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

export const outputLabel = (procedure: Procedure, name: string): string =>
  outline(procedure)
    .steps.flatMap(({ outputs }) => outputs ?? [])
    .find((output) => output.name === name)?.label ?? name;
