import { expect, test } from "vitest";
import { fieldWord } from "#lib/client/procedures/field-word.ts";

test.each([
  ["step", "expectedSeconds", "Expected time, in seconds"],
  ["step", "title", "Title"],
  ["step", "step", "Step"],
  ["procedure", "rtoSeconds", "Rto, in seconds"],
] as const)("Of a %s, %s is called %s", (of, field, words) => expect(fieldWord(of, field)).toBe(words));
