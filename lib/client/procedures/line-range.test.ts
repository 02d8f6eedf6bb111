import { expect, it } from "vitest";
import { lineRange } from "#lib/client/procedures/line-range.ts";

const text = "one\ntwo\n\nfour";

it.each([
  [1, "one"],
  [2, "two"],
  [3, ""],
  [4, "four"],
  [9, ""],
])("line %i of a text is %j", (line, words) => {
  expect(text.slice(...lineRange(text, line))).toBe(words);
});
