import { afterEach, expect, it } from "vitest";
import { byName } from "#lib/words/by-name.ts";
import { readFrom } from "#lib/words/language.ts";

afterEach(() => readFrom(() => ({ locale: "en" })));

const sorted = (...names: string[]) =>
  names
    .map((name) => ({ name }))
    .toSorted(byName)
    .map(({ name }) => name);

it("Names are sorted as their reader looks for them, not by their bytes", () => {
  expect(sorted("Zoë", "adam", "Émile", "Emil", "Bob", "Worker 10", "Worker 9")).toEqual([
    "adam",
    "Bob",
    "Emil",
    "Émile",
    "Worker 9",
    "Worker 10",
    "Zoë",
  ]);
});

it("Names in kana are sorted by their sound where Japanese is read", () => {
  readFrom(() => ({ locale: "ja" }));
  expect(sorted("バトウ", "はやし", "ハシモト", "bob", "Alice")).toEqual([
    "Alice",
    "bob",
    "ハシモト",
    "バトウ",
    "はやし",
  ]);
});
