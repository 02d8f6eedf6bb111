import { expect, test } from "vitest";
import { z } from "zod";
import { explain } from "#lib/domain/explain-issue.ts";

const said = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value).error?.issues ?? []).flatMap((issue) => explain(issue, value)).map(({ message }) => message);

test.each([
  ["must be more than 0", z.number().positive(), 0],
  ["must be at least 1", z.number().min(1), 0],
  ["must be at most 9", z.number().max(9), 10],
  ["must have at least 2 items", z.array(z.string()).min(2), ["one"]],
  ["must not be empty", z.string().min(1), ""],
])("What is out of bounds is told the bound: %s", (words, schema, value) =>
  expect(said(schema, value)).toEqual([words]),
);
