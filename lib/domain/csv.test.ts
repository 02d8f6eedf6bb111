import { expect, test } from "vitest";
import { csvRow } from "#lib/domain/csv.ts";

test.each([
  ["plain text", "plain text"],
  ["", ""],
  ["a, b", '"a, b"'],
  ['say "go"', '"say ""go"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["+81", "'+81"],
  ["-1", "'-1"],
  ["@sum", "'@sum"],
  ["\tx", "'\tx"],
  ["\r=1", '"\'\r=1"'],
  ["＝1+1", "'＝1+1"],
  ['=cmd|"/c"', '"\'=cmd|""/c"""'],
  ["a=b", "a=b"],
])("%j stands in a cell as %j", (text, written) => {
  expect(csvRow([text])).toBe(`${written}\r\n`);
});

test("A row is its cells between commas", () => {
  expect(csvRow(["R-0001", "", "Tokyo, main"])).toBe('R-0001,,"Tokyo, main"\r\n');
});
