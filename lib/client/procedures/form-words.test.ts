import { afterEach, expect, test } from "vitest";
import { nameWords, type Shape, shapeOf } from "#lib/client/procedures/form-shape.ts";
import { formWord } from "#lib/client/procedures/form-words.ts";
import { Procedure, Step } from "#lib/domain/procedure.ts";
import { japanese } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";

afterEach(() => readFrom(() => ({ locale: "en" })));

/** Where a field comes from is written in the document alone. */
const UNSHOWN = ["provenance"];
const METHODS = /^[A-Z]+$/;

function wordsOf(shape: Shape): string[] {
  switch (shape.kind) {
    case "choice":
      return shape.options.map((option) => option.replaceAll("_", " ")).filter((word) => !METHODS.test(word));
    case "list":
    case "entries":
      return wordsOf(shape.of);
    case "group":
      return shape.fields
        .filter(({ name }) => !UNSHOWN.includes(name))
        .flatMap(({ label, hint, shape: inner }) => [label, ...(hint ? [hint] : []), ...wordsOf(inner)]);
    case "one_of":
      return shape.options.flatMap((option) => [option.label, ...wordsOf(option.shape)]);
    default:
      return [];
  }
}

test("Whatever the form of a step says, and whatever field differs between two versions, has its Japanese", () => {
  const fields = [...Object.keys(Step.shape), ...Object.keys(Procedure.shape)]
    .filter((name) => name !== "phases" && !UNSHOWN.includes(name))
    .map(nameWords);
  const words = [...new Set([...wordsOf(shapeOf(Step)), ...fields])];
  expect(words.length).toBeGreaterThan(100);
  readFrom(() => ({ locale: "ja", catalogue: japanese }));
  expect(words.filter((word) => /[a-z]{3}/.test(formWord(word).replaceAll("/status", "")))).toEqual([]);
});

test("English says it as the schema does", () => {
  expect(["Waits for", "hold point", "A name of tomorrow"].map(formWord)).toEqual([
    "Waits for",
    "hold point",
    "A name of tomorrow",
  ]);
});
