import { expect, it } from "vitest";
import { duration } from "#lib/domain/paper/duration.ts";
import { linePartsOf, textHtml } from "#lib/domain/paper/escape-html.ts";

const wholes = (text: string) => linePartsOf(text).flatMap(({ words, whole }) => (whole ? [words] : []));

it.each([
  ["2026-01-01 02:03:04 UTC", ["2026-01-01 02:03:04 UTC"]],
  ["begun (02:03 UTC+9), by Mei", ["(02:03 UTC+9)"]],
  ["on 2026-01-01, at night", ["2026-01-01"]],
  [`Took: ${duration(3_849)}`, ["1 h 04 min 09 s"]],
  [`Took: ${duration(61)}, waited: ${duration(5)}`, ["1 min 01 s", "5 s"]],
  ["steps 3, 41: done", []],
  ["exit code 0, 0.1 s", ["exit code 0", "1 s"]],
  ["Osaka, by vm-26507", ["vm-26507"]],
  ["8b6d5e1c-3f4a-4d0e", []],
  ["http://127.0.0.1:3000/runs/R-0001/afterwards", []],
])("of “%s” no line ends within %j", (text, expected) => {
  expect(wholes(text)).toEqual(expected);
  expect(
    linePartsOf(text)
      .map(({ words }) => words)
      .join(""),
  ).toBe(text);
});

it("what people wrote stays text, whole or not", () => {
  expect(textHtml("<b>5 min</b>")).toBe('&lt;b&gt;<span class="whole">5 min</span>&lt;/b&gt;');
});
