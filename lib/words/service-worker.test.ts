import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import { formatDuration } from "#lib/client/format.ts";
import { japanese } from "#lib/words/japanese.ts";
import { type Locale, locales, readFrom } from "#lib/words/language.ts";
import { bothTimes, zoneNames } from "#lib/words/time.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

type Told = string | ((...values: unknown[]) => string);
type Words = Record<string, Told>;
type Pack = { label: string; confirmedAt: number; serverAt: number };
type Worker = {
  WORDS: Record<Locale, Words>;
  ZONE_NAMES: Record<string, string>;
  age: (words: Words, ms: number) => string;
  bothTimes: (ms: number, zone: string) => string;
  asOf: (words: Words, pack: Pack) => { at: string; age: string };
};

/** The service worker is a program of its own, and brings its words along: no catalogue is there without the server. */
const worker = runInNewContext(`${readFileSync("public/sw-words.js", "utf8")}; self.said`, { self: {} }) as Worker;
const words: Record<string, Words> = worker.WORDS;

afterEach(() => {
  readFrom(() => ({ locale: "en" }));
  zoneFrom(() => UTC);
});

const link = (text: unknown) => `<a>${String(text)}</a>`;
/** What each sentence that is made of values is made of. */
const given: Record<string, unknown[]> = {
  thisIs: [{ label: "R-0042", age: "<age>", at: "<at>" }],
  saved: [{ label: "R-0042", age: "<age>", at: "<at>" }],
  savedFailed: [{ label: "R-0042", age: "<age>", at: "<at>" }],
  afterwards: [link],
  one: ["<link>", { age: "<age>", at: "<at>" }],
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
  expect(readOnly(tell("ja", "readOnlyAway"))).toBe(readOnly(japanese["Read only: the server does not answer."]));
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

test.each(locales)("It tells how long ago something was as the pages do (%s)", (language) => {
  readFrom(() => ({ locale: language, ...(language === "ja" && { catalogue: japanese }) }));
  const lengths = [41_900, 119 * MINUTE_MS, 27 * MINUTE_MS, 4 * HOUR_MS - 1, 47 * HOUR_MS, 72 * HOUR_MS, 75 * HOUR_MS];
  const told = lengths.map((ms) => worker.age(worker.WORDS[language], ms));
  expect(told).toEqual(lengths.map(formatDuration));
  expect(new Set(told).size).toBe(lengths.length);
});

test.each([
  ["UTC", "2026-01-01 15:03:04 UTC"],
  ["Asia/Tokyo", "2026-01-01 15:03:04 UTC (2026-01-02 00:03:04 JST)"],
  ["Asia/Kolkata", "2026-01-01 15:03:04 UTC (20:33:04 IST)"],
  ["Europe/Berlin", "2026-01-01 15:03:04 UTC (16:03:04 CET)"],
  ["Asia/Kathmandu", "2026-01-01 15:03:04 UTC (20:48:04 UTC+5:45)"],
])("It tells when something was as the pack does, to who is in %s", (zone, told) => {
  const at = Date.parse("2026-01-01T15:03:04Z");
  zoneFrom(() => zone);
  expect([worker.bothTimes(at, zone), bothTimes(at)]).toEqual([told, told]);
});

test("It breaks no time in two where it tells of a pack", () => {
  const serverAt = Date.parse("2026-01-01T15:03:04Z");
  const { at } = worker.asOf(worker.WORDS.en, { label: "R-0042", confirmedAt: serverAt, serverAt });
  const broken = at.replaceAll(/<span class="whole">[^<]*<\/span>/g, "");
  expect(at).toContain("2026-01-01 15:03:04 UTC");
  expect(broken.trim()).toBe("");
});

test("It tells when something was so by the server's clock, and how long ago by the browser's own", () => {
  const serverAt = Date.parse("2026-01-01T15:03:04Z");
  const confirmedAt = Date.now() - 27 * MINUTE_MS;
  const { at, age } = worker.asOf(worker.WORDS.en, { label: "R-0042", confirmedAt, serverAt });
  expect(at).toContain("2026-01-01 15:03:04 UTC");
  expect(age).toBe("27\u00a0min");
});

test("It knows the short names of zones that the pages know, and no other", () => {
  expect(worker.ZONE_NAMES).toEqual(zoneNames);
});
