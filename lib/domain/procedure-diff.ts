import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { isSame } from "#lib/domain/same.ts";

/** One field that differs: of the procedure as a whole, or of a step. Undefined: not there. */
export type Change = { step?: string; field: string; before: unknown; after: unknown };

/** What differs between two documents, the procedure's own fields first, then step by step in the order of the second. */
export function changesBetween(before: Procedure, after: Procedure): Change[] {
  const whole = fieldsOf(before, after, "phases").map((change) => change);
  const [old, now] = [outline(before), outline(after)];
  const numbers = [...now.steps.map(({ number }) => number), ...old.steps.map(({ number }) => number)];
  return [
    ...whole,
    ...[...new Set(numbers)].flatMap((number) => ofStep(old.byNumber.get(number), now.byNumber.get(number))),
  ];
}

/** Of what changes from the latest version to a draft: what that version had changed itself, since the draft was begun. */
export function undoneChanges(base: Procedure, latest: Procedure, draft: Procedure): Change[] {
  const since = changesBetween(base, latest);
  const isSamePlace = (one: Change, other: Change) =>
    one.step === other.step && (one.field === other.field || one.field === "step" || other.field === "step");
  return changesBetween(latest, draft).filter((change) => since.some((other) => isSamePlace(change, other)));
}

function ofStep(before: Step | undefined, after: Step | undefined): Change[] {
  const step = (after ?? before)?.number ?? "";
  if (!before || !after) return [{ step, field: "step", before: before?.title, after: after?.title }];
  return fieldsOf(before, after, "provenance").map((change) => ({ step, ...change }));
}

function fieldsOf(before: object, after: object, but: string): Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const valueIn = (of: object, name: string): unknown => Reflect.get(of, name);
  return [...names]
    .filter((name) => name !== but && !isSame(valueIn(before, name), valueIn(after, name)))
    .map((field) => ({ field, before: valueIn(before, field), after: valueIn(after, field) }));
}
