import type {
  EntriesShape,
  FieldShape,
  GroupShape,
  ListShape,
  OneOfShape,
  Shape,
} from "#lib/client/procedures/form-shape.ts";

/** What stands in a form: like the value it becomes, but with room for what is not finished. */
export type Filled =
  | { kind: "text"; prose: boolean; text: string }
  | { kind: "number"; text: string }
  | { kind: "truth"; yes: boolean }
  | { kind: "choice"; options: readonly string[]; value: string }
  | { kind: "fixed"; value: string | number | boolean | null }
  | FilledList
  | FilledEntries
  | FilledGroup
  | FilledOneOf;

/** `key` tells items apart for as long as they are on the page. */
type Item = { key: number; value: Filled };
export type Entry = Item & { name: string };
export type FilledList = { kind: "list"; shape: ListShape; items: readonly Item[] };
export type FilledEntries = { kind: "entries"; shape: EntriesShape; items: readonly Entry[] };
/** A field that is left out is null. */
export type FilledGroup = { kind: "group"; shape: GroupShape; fields: Readonly<Record<string, Filled | null>> };
export type FilledOneOf = { kind: "one_of"; shape: OneOfShape; chosen: number; value: Filled };

/** A form in which nothing has been said yet. */
export function blank(shape: Shape): Filled {
  switch (shape.kind) {
    case "text":
    case "number":
      return { ...shape, text: "" };
    case "truth":
      return { ...shape, yes: false };
    case "choice":
      return { ...shape, value: shape.options[0] ?? "" };
    case "fixed":
      return shape;
    case "list":
      return { kind: "list", shape, items: shape.least > 0 ? [{ key: 0, value: blank(shape.of) }] : [] };
    case "entries":
      return { kind: "entries", shape, items: [] };
    case "group":
      return { kind: "group", shape, fields: fieldsOf(shape, (field) => blankField(field)) };
    case "one_of":
      return optionAt(shape, 0, undefined);
  }
}

/** A form filled with a value that its schema takes. */
export function fill(shape: Shape, value: unknown): Filled {
  if (value === undefined) return blank(shape);
  switch (shape.kind) {
    case "text":
    case "number":
      return { ...shape, text: String(value) };
    case "truth":
      return { ...shape, yes: value === true };
    case "choice":
      return { ...shape, value: String(value) };
    case "fixed":
      return shape;
    case "list": {
      const items = Array.isArray(value) ? value : [];
      return { kind: "list", shape, items: items.map((item, key) => ({ key, value: fill(shape.of, item) })) };
    }
    case "entries": {
      const items = Object.entries(asRecord(value));
      return {
        kind: "entries",
        shape,
        items: items.map(([name, item], key) => ({ key, name, value: fill(shape.of, item) })),
      };
    }
    case "group": {
      const given = asRecord(value);
      return { kind: "group", shape, fields: fieldsOf(shape, (field) => givenField(field, given[field.name])) };
    }
    case "one_of": {
      const at = shape.options.findIndex(({ takes }) => takes(value));
      return optionAt(shape, Math.max(at, 0), at < 0 ? undefined : value);
    }
  }
}

/** The value that a form says; not yet whether its schema takes it. */
export function read(filled: Filled): unknown {
  switch (filled.kind) {
    case "text":
      return filled.text;
    case "number":
      return asNumber(filled.text);
    case "truth":
      return filled.yes;
    case "choice":
    case "fixed":
      return filled.value;
    case "list":
      return filled.items.map(({ value }) => read(value));
    case "entries":
      return Object.fromEntries(filled.items.map(({ name, value }) => [name, read(value)]));
    case "group":
      return Object.fromEntries(
        filled.shape.fields.flatMap((field) => {
          const value = readField(field, filled.fields[field.name] ?? null);
          return value === undefined ? [] : [[field.name, value]];
        }),
      );
    case "one_of":
      return read(filled.value);
  }
}

/** Something else chosen: what both have the same field for is kept. */
export function choose(filled: FilledOneOf, chosen: number): FilledOneOf {
  const next = optionAt(filled.shape, chosen, undefined);
  const { value: before } = filled;
  if (before.kind !== "group" || next.value.kind !== "group") return next;
  const kept = new Map(before.shape.fields.map(({ name, shape }) => [name, shape]));
  const same = next.value.shape.fields.filter(
    ({ name, shape }) => shape.kind !== "fixed" && kept.get(name) === shape && before.fields[name],
  );
  const fields = Object.fromEntries(same.map(({ name }) => [name, before.fields[name] ?? null]));
  return { ...next, value: { ...next.value, fields: { ...next.value.fields, ...fields } } };
}

/** One of several, chosen where nothing was. */
export const chooseFirst = (shape: OneOfShape, chosen: number): FilledOneOf => optionAt(shape, chosen, undefined);

/** The first of what can be said in a field that was left out. */
export function include({ shape }: FieldShape): Filled {
  const made = blank(shape);
  if (made.kind === "list") return made.items.length > 0 ? made : addItem(made);
  return made.kind === "entries" ? addEntry(made) : made;
}

export const addItem = (list: FilledList): FilledList => ({
  ...list,
  items: [...list.items, { key: nextKey(list.items), value: blank(list.shape.of) }],
});

export const addEntry = (entries: FilledEntries): FilledEntries => ({
  ...entries,
  items: [...entries.items, { key: nextKey(entries.items), name: "", value: blank(entries.shape.of) }],
});

/** The names that stand twice: of each, all but the first would be lost. */
export function repeatedNames({ items }: FilledEntries): ReadonlySet<number> {
  const first = new Map(items.toReversed().map(({ name, key }) => [name, key]));
  return new Set(items.filter(({ name, key }) => first.get(name) !== key).map(({ key }) => key));
}

const nextKey = (items: readonly Item[]): number => Math.max(-1, ...items.map(({ key }) => key)) + 1;

const optionAt = (shape: OneOfShape, chosen: number, value: unknown): FilledOneOf => {
  const option = shape.options[chosen] ?? { shape: { kind: "fixed", value: null } };
  return { kind: "one_of", shape, chosen, value: fill(option.shape, value) };
};

const fieldsOf = (shape: GroupShape, make: (field: FieldShape) => Filled | null): Record<string, Filled | null> =>
  Object.fromEntries(shape.fields.map((field) => [field.name, make(field)]));

/** An empty line says that it is left out; of anything else that must be said. */
const isLine = ({ kind }: Shape | Filled): boolean => kind === "text" || kind === "number";

function blankField(field: FieldShape): Filled | null {
  if (field.standard !== undefined) return fill(field.shape, field.standard);
  return field.optional && !isLine(field.shape) ? null : blank(field.shape);
}

function givenField(field: FieldShape, value: unknown): Filled | null {
  if (value !== undefined) return fill(field.shape, value);
  return isLine(field.shape) ? blank(field.shape) : field.optional ? null : blank(field.shape);
}

const readField = (field: FieldShape, filled: Filled | null): unknown =>
  filled === null || (field.optional && isLine(filled) && "text" in filled && filled.text.trim() === "")
    ? undefined
    : read(filled);

function asNumber(text: string): unknown {
  const number = Number(text);
  if (text.trim() === "") return undefined;
  return Number.isFinite(number) ? number : text;
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
