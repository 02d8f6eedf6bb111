import { type FilledGroup, fill, read } from "#lib/client/procedures/form-filling.ts";
import { isSame } from "#lib/domain/same.ts";

export type Merged = {
  filled: FilledGroup;
  /** The fields that others have changed and this form has not: they are as the others say. */
  taken: readonly string[];
  /** Those that both have changed, each otherwise: they stay as they were entered here. */
  kept: readonly string[];
  /** What the others wrote in those, where it is a line or a text; empty where they took it out. */
  theirs: ReadonlyMap<string, string>;
};

/** What was entered, over what others have made meanwhile of the value that the form began with. */
export function mergeForm(entered: FilledGroup, began: unknown, now: unknown): Merged {
  const { shape } = entered;
  const [before, theirs] = [fill(shape, began) as FilledGroup, fill(shape, now) as FilledGroup];
  const [mine, old, other] = [entered, before, theirs].map((form) => read(form) as Record<string, unknown>);
  const names = shape.fields.map(({ name }) => name);
  const changedByOthers = names.filter((name) => !isSame(old?.[name], other?.[name]));
  const isUntouched = (name: string) => isSame(old?.[name], mine?.[name]);
  const taken = changedByOthers.filter(isUntouched);
  const kept = changedByOthers.filter((name) => !isUntouched(name) && !isSame(mine?.[name], other?.[name]));
  const fields = Object.fromEntries(taken.map((name) => [name, theirs.fields[name] ?? null]));
  const written = kept.flatMap((name) => {
    const value = other?.[name] ?? "";
    return typeof value === "string" || typeof value === "number" ? [[name, String(value)] as const] : [];
  });
  return {
    filled: { ...entered, fields: { ...entered.fields, ...fields } },
    ...{ taken, kept, theirs: new Map(written) },
  };
}
