import fc from "fast-check";
import { z } from "zod";

/** Words of which every text of a procedure takes at least one. */
const WORDS = [
  "main",
  "a",
  "12",
  "12a",
  "12.3",
  "X_1",
  "X-Trace",
  "/status",
  "(.*)",
  "Two words",
  "--all",
  "",
  "é 日本",
];
const NUMBERS = [1, 2, 5, 200, 443, 3_600];

/** Any value that a schema answers with, made from the schema alone. Throws for a text or number that it cannot make. */
export const anyOf = <S extends z.ZodType>(schema: S): fc.Arbitrary<z.output<S>> =>
  sent(schema)
    .filter((value) => schema.safeParse(value).success)
    .map((value) => JSON.parse(JSON.stringify(schema.parse(value))));

function sent(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return fc.option(sent(schema.unwrap() as z.ZodType), { nil: undefined });
  }
  if (schema instanceof z.ZodObject) {
    const fields: [string, z.ZodType][] = Object.entries(schema.shape);
    return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, sent(field)])));
  }
  if (schema instanceof z.ZodArray) {
    const minLength = schema.safeParse([]).success ? 0 : 1;
    return fc.array(sent(schema.element as z.ZodType), { minLength, maxLength: 3 });
  }
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(leaf(schema.keyType as z.ZodType), sent(schema.valueType as z.ZodType), { maxKeys: 3 });
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...(schema.options as z.ZodType[]).map(sent));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNull) return fc.constant(null);
  return schema instanceof z.ZodNumber ? number(schema) : leaf(schema);
}

const number = (schema: z.ZodType): fc.Arbitrary<number> =>
  among(
    schema,
    NUMBERS,
    fc.oneof(fc.integer({ min: -9, max: 70_000 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  );

const leaf = (schema: z.ZodType): fc.Arbitrary<string> =>
  among(
    schema,
    WORDS,
    fc.string({ unit: "binary" }).filter((text) => text.isWellFormed() && text !== "__proto__"),
  );

/** Those of `some` that the schema takes, and of `any` what it takes. */
function among<T>(schema: z.ZodType, some: readonly T[], any: fc.Arbitrary<T>): fc.Arbitrary<T> {
  const taken = some.filter((value) => schema.safeParse(value).success);
  if (taken.length === 0)
    throw new Error(`${schema.def.type}: none of ${JSON.stringify(some)} is one; add one that is`);
  return fc.oneof(
    fc.constantFrom(...taken),
    any.map((value) => (schema.safeParse(value).success ? value : (taken[0] as T))),
  );
}
