import { z } from "zod";

/** What a form shows, made of a schema alone: it knows no field by its name. */
export type Shape =
  | { kind: "text"; prose: boolean }
  | { kind: "number" }
  | { kind: "truth" }
  | { kind: "choice"; options: readonly string[] }
  /** Nothing to say: the value is what it is. */
  | { kind: "fixed"; value: string | number | boolean | null }
  | ListShape
  | EntriesShape
  | GroupShape
  | OneOfShape;

export type ListShape = { kind: "list"; of: Shape; least: number };
/** Values under names of their own: variables, headers. */
export type EntriesShape = { kind: "entries"; of: Shape };
export type GroupShape = { kind: "group"; fields: readonly FieldShape[] };
export type OneOfShape = { kind: "one_of"; options: readonly Option[] };

export type FieldShape = Words & {
  name: string;
  shape: Shape;
  /** May be left out. */
  optional: boolean;
  /** What stands for it where it is left out; undefined where nothing does. */
  standard: unknown;
};
type Option = { label: string; shape: Shape; takes: (value: unknown) => boolean };
type Words = { label: string; hint: string | undefined };

/** Texts that may be longer than this are prose, for which a few lines are shown. */
const PROSE = 10_000;

const known = new WeakMap<z.ZodType, Shape>();

/** The shape of a schema, the same object each time. Throws `TypeError` for what no form can show. */
export function shapeOf(schema: z.ZodType): Shape {
  const shape = known.get(schema) ?? (simple(schema) || composed(schema));
  if (!shape) throw new TypeError(`There is no field for a schema of the type ${schema.def.type}.`);
  known.set(schema, shape);
  return shape;
}

function simple(schema: z.ZodType): Shape | null {
  if (schema instanceof z.ZodString) return { kind: "text", prose: (schema.maxLength ?? 0) > PROSE };
  if (schema instanceof z.ZodNumber) return { kind: "number" };
  if (schema instanceof z.ZodBoolean) return { kind: "truth" };
  if (schema instanceof z.ZodEnum) return { kind: "choice", options: schema.options.map(String) };
  if (schema instanceof z.ZodNull) return { kind: "fixed", value: null };
  const [value, ...more] = schema instanceof z.ZodLiteral ? schema.values : [];
  return value === undefined || typeof value === "bigint" || more.length > 0 ? null : { kind: "fixed", value };
}

function composed(schema: z.ZodType): Shape | null {
  if (schema instanceof z.ZodArray) {
    return { kind: "list", of: shapeOf(schema.element as z.ZodType), least: schema.safeParse([]).success ? 0 : 1 };
  }
  if (schema instanceof z.ZodRecord) return { kind: "entries", of: shapeOf(schema.valueType as z.ZodType) };
  if (schema instanceof z.ZodUnion) return { kind: "one_of", options: optionsOf(schema).map(asOption) };
  if (!(schema instanceof z.ZodObject)) return null;
  const fields: [string, z.ZodType][] = Object.entries(schema.shape);
  return { kind: "group", fields: fields.map(([name, field]) => asField(name, field)) };
}

/** Whether there is anything to say: not of a field that only tells an option from the others. */
export const isSaid = ({ shape }: FieldShape): boolean => shape.kind !== "fixed" || shape.value === true;

/** Whether it fits beside the choice that it follows. */
export const isSmall = (shape: Shape): boolean =>
  shape.kind === "group"
    ? shape.fields.every((field) => field.shape.kind !== "group" && isSmall(field.shape))
    : shape.kind !== "list" && shape.kind !== "entries" && shape.kind !== "one_of";

/** Whether it needs a line of its own. */
export const isWide = (shape: Shape): boolean =>
  shape.kind === "text" ? shape.prose : ["list", "entries", "group", "one_of"].includes(shape.kind);

/** A choice of choices is one choice. */
const optionsOf = (schema: z.ZodUnion): z.ZodType[] =>
  (schema.options as z.ZodType[]).flatMap((option) => (option instanceof z.ZodUnion ? optionsOf(option) : [option]));

function asField(name: string, schema: z.ZodType): FieldShape {
  const inner = unwrapped(schema);
  const optional = schema.safeParse(undefined);
  return {
    name,
    ...wordsOf(schema, name),
    shape: shapeOf(inner),
    optional: optional.success,
    standard: optional.success ? optional.data : undefined,
  };
}

const unwrapped = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;

export const labelOf = (schema: z.ZodType, name: string): string => wordsOf(schema, name).label;

/** What the schema says of itself, or else its name. */
function wordsOf(schema: z.ZodType, name: string): Words {
  const inner = unwrapped(schema);
  const { title, description } = { ...inner.meta(), ...schema.meta() };
  return { label: title ?? nameWords(name), hint: description };
}

/** An option is called as it says, or as the value that tells it from the others, or as its first field. */
function asOption(schema: z.ZodType): Option {
  const takes = (value: unknown) => schema.safeParse(value).success;
  return { label: schema.meta()?.title ?? optionName(schema), shape: shapeOf(schema), takes };
}

function optionName(schema: z.ZodType): string {
  const shape = shapeOf(schema);
  if (shape.kind !== "group") return kindWords[shape.kind];
  const telling = shape.fields.find((field) => field.shape.kind === "fixed" && field.shape.value !== true);
  const [first] = shape.fields;
  if (telling?.shape.kind !== "fixed") return first?.label ?? kindWords.group;
  return telling.label === nameWords(telling.name) ? nameWords(String(telling.shape.value)) : telling.label;
}

const kindWords: Record<Shape["kind"], string> = {
  text: "Text",
  number: "Number",
  truth: "Yes or no",
  choice: "A choice",
  fixed: "Nothing",
  list: "A list",
  entries: "Names and values",
  group: "Fields",
  one_of: "One of several",
};

/** "everySeconds" is "Every, in seconds", "hold_point" is "Hold point". */
export function nameWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]/g, " ")
    .toLowerCase();
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return begun.replace(/ seconds$/, ", in seconds");
}
