import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { japanese } from "#lib/words/japanese.ts";
import { locales } from "#lib/words/language.ts";

type Told = string | ((...values: unknown[]) => string);

/** The service worker is a program of its own, which brings its words along: no catalogue is there without the server. */
const words = runInNewContext(`${readFileSync("public/sw.js", "utf8")}; WORDS`, {
  self: { addEventListener: () => undefined },
}) as Record<string, Record<string, Told>>;

const link = (text: unknown) => `<a>${String(text)}</a>`;
/** What each sentence that is made of values is made of. */
const given: Record<string, unknown[]> = {
  thisIs: [{ label: "R-0042", age: "<age>", at: "<at>" }],
  saved: [{ label: "R-0042", age: "<age>", at: "<at>" }],
  afterwards: [link],
  one: ["<link>", "<age>"],
};

const tell = (language: string, key: string): string => {
  const told = words[language]?.[key];
  return typeof told === "function" ? told(...(given[key] ?? [])) : String(told);
};
const keys = Object.keys(words.en ?? {}).filter((key) => key !== "language");

test("The service worker speaks every language of the console, each in all that it says", () => {
  expect(Object.keys(words)).toEqual([...locales]);
  for (const language of locales) {
    expect(Object.keys(words[language] ?? {})).toEqual(Object.keys(words.en ?? {}));
    expect(words[language]?.language).toBe(language);
  }
});

test.each(keys)("What it says of %s is Japanese, with every value that the English has", (key) => {
  const values = (text: string) => (text.match(/R-0042|<\w+>|<\/a>/g) ?? []).sort();
  expect(values(tell("ja", key))).toEqual(values(tell("en", key)));
  expect(tell("ja", key).replace(/R-0042|<[^>]*>/g, "")).not.toMatch(/[A-Za-z]/);
});

test("It calls things as the pages do", () => {
  expect(tell("ja", "again")).toBe(japanese[tell("en", "again") as "Try again"]);
  const readOnly = (text: string) => text.split(":")[0];
  expect(readOnly(tell("ja", "readOnly"))).toBe(readOnly(japanese["Read only: the server does not answer."]));
});
