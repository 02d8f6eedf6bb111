import { checkAction, type Noun, noSuch } from "#lib/domain/action-check.ts";
import type { Condition } from "#lib/domain/condition.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { row, t } from "#lib/words/t.ts";

export type Issue = { path: (string | number)[]; message: string };

/** What the schema cannot say: names that must exist, numbers that must differ, order without a circle. */
export function checkProcedure(procedure: Procedure): Issue[] {
  const roles = new Set(procedure.roles.map((role) => role.key));
  const facts = new Set(procedure.facts.map((fact) => fact.key));
  const numbers = new Set(procedure.phases.flatMap((phase) => phase.steps.map((step) => step.number)));
  const outputs = new Set(eachStep(procedure).flatMap(({ step }) => (step.outputs ?? []).map(({ name }) => name)));
  const positions = new Set((procedure.positions ?? []).map((position) => position.key));
  const known: Known = { roles, facts, numbers, outputs, positions };
  const issues = [
    ...repeated(procedure.roles.map((role, i) => [["roles", i, "key"], role.key])),
    ...repeated((procedure.positions ?? []).map((position, i) => [["positions", i, "key"], position.key])),
    ...repeated(procedure.facts.map((fact, i) => [["facts", i, "key"], fact.key])),
    ...repeated(procedure.presets.map((preset, i) => [["presets", i, "key"], preset.key])),
    ...repeated(
      eachStep(procedure).flatMap(({ step, path }) => [
        [[...path, "number"], step.number] as Located,
        ...step.subSteps.map((sub, i): Located => [[...path, "subSteps", i, "number"], sub.number]),
      ]),
    ),
    ...repeated(
      eachStep(procedure).flatMap(({ step, path }) =>
        (step.outputs ?? []).map(({ name }, i): Located => [[...path, "outputs", i, "name"], name]),
      ),
    ),
    ...procedure.presets.flatMap((preset, i) =>
      Object.keys(preset.facts).flatMap((fact) => missing(facts, fact, "fact", ["presets", i, "facts", fact])),
    ),
    ...eachStep(procedure).flatMap(({ step, path }) => checkStep(step, path, known)),
  ];
  return issues.length > 0 ? issues : circles(procedure);
}

type Known = {
  roles: Set<string>;
  facts: Set<string>;
  numbers: Set<string>;
  outputs: Set<string>;
  positions: Set<string>;
};
type Located = [Issue["path"], string];

const eachStep = (procedure: Procedure) =>
  procedure.phases.flatMap((phase, p) => phase.steps.map((step, s) => ({ step, path: ["phases", p, "steps", s] })));

function checkStep(step: Step, path: Issue["path"], known: Known): Issue[] {
  return [
    ...step.roles.flatMap((role, i) => missing(known.roles, role, "role", [...path, "roles", i])),
    ...checkCondition(step.condition, [...path, "condition"], known),
    ...(step.dependsOn ?? []).flatMap((n, i) => missing(known.numbers, n, "step", [...path, "dependsOn", i])),
    ...step.subSteps.flatMap((sub, i) => [
      ...(sub.role ? missing(known.roles, sub.role, "role", [...path, "subSteps", i, "role"]) : []),
      ...checkCondition(sub.condition, [...path, "subSteps", i, "condition"], known),
      ...(sub.number.startsWith(`${step.number}.`)
        ? []
        : [
            {
              path: [...path, "subSteps", i, "number"],
              message: t('must begin with "{number}."', { number: step.number }),
            },
          ]),
    ]),
    ...checkAction(step, path, known),
    ...checkGate(step, path, known),
    ...(step.position ? missing(known.positions, step.position, "position", [...path, "position"]) : []),
    ...repeated((step.inputs ?? []).map(({ name }, i): Located => [[...path, "inputs", i, "name"], name])),
  ];
}

/** A step that is only decided has the gate of its kind, and positions must be the procedure's. */
function checkGate({ gate, kind }: Step, path: Issue["path"], { positions }: Known): Issue[] {
  if (!gate) return [];
  const fits = kind === "approval" ? gate.kind === "approval" : kind === "hold_point" ? gate.kind !== "approval" : true;
  const of = gate.kind === "poll" ? gate.of : [];
  const by = gate.kind !== "poll" && gate.by && "position" in gate.by ? [gate.by.position] : [];
  return [
    ...(fits
      ? []
      : [{ path: [...path, "gate", "kind"], message: t("a step of kind {kind} is not decided like this", { kind }) }]),
    ...(gate.suggested && kind !== "manual" && kind !== "automated"
      ? [{ path: [...path, "gate", "suggested"], message: t("a step that is only decided cannot do without its gate") }]
      : []),
    ...of.flatMap((key, i) => missing(positions, key, "position", [...path, "gate", "of", i])),
    ...by.flatMap((key) => missing(positions, key, "position", [...path, "gate", "by", "position"])),
    ...repeated(of.map((key, i): Located => [[...path, "gate", "of", i], key])),
  ];
}

const checkCondition = (condition: Condition | undefined, path: Issue["path"], known: Known): Issue[] =>
  (condition?.all ?? []).flatMap(({ fact }, i) => missing(known.facts, fact, "fact", [...path, "all", i, "fact"]));

const missing = (known: Set<string>, name: string, noun: Noun, path: Issue["path"]): Issue[] =>
  known.has(name) ? [] : [{ path, message: noSuch(noun, name) }];

function repeated(located: Located[]): Issue[] {
  const seen = new Set<string>();
  return located.flatMap(([path, value]) => {
    if (seen.has(value)) return [{ path, message: t('"{value}" is used twice', { value }) }];
    seen.add(value);
    return [];
  });
}

/** The first circle found is enough to name: what lies behind it may be its consequence. */
function circles(procedure: Procedure): Issue[] {
  const circle = findCircle(procedure);
  return eachStep(procedure)
    .filter(({ step }) => circle.includes(step.number))
    .map(({ step, path }) => ({
      path: [...path, "dependsOn"],
      message: t("step {number} waits for itself ({circle})", { number: step.number, circle: row(circle) }),
    }));
}

/** Walks back from each step to what it waits for, and takes away what waits for nothing, until a walk meets itself. */
function findCircle(procedure: Procedure): string[] {
  const waiting = new Map(outline(procedure).predecessors);
  for (const first of waiting.keys()) {
    const walk = [first];
    for (let last = walk.at(-1); last !== undefined; last = walk.at(-1)) {
      const before = waiting.get(last)?.find((number) => waiting.has(number));
      if (before === undefined) {
        waiting.delete(last);
        walk.pop();
      } else if (walk.includes(before)) {
        return walk.slice(walk.indexOf(before));
      } else {
        walk.push(before);
      }
    }
  }
  return [];
}
