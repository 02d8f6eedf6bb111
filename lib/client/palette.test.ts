import { describe, expect, it } from "vitest";
import { chosenPlace, findItems, type PaletteItem, runNumberIn } from "#lib/client/palette.ts";

const item = (group: PaletteItem["group"], words: string, detail?: string): PaletteItem => ({
  id: words,
  group,
  words,
  ...(detail !== undefined && { detail }),
  act: () => {},
});

const items = [
  item("Actions", "Start step 3: Stop the mail"),
  item("Steps", "3 Stop the mail", "Ready"),
  item("Steps", "13 Start the mail", "Not started"),
  item("Runs", "DRILL R-0042", "Tokyo to Osaka"),
  item("Pages", "Procedures"),
];

const found = (text: string) => findItems(items, text).flatMap((group) => group.items.map(({ words }) => words));

describe("what the palette finds", () => {
  it.each<[string, string, string[]]>([
    ["everything, where nothing is typed", "", items.map(({ words }) => words)],
    [
      "a step by its number, before others that hold it",
      "3",
      ["Start step 3: Stop the mail", "3 Stop the mail", "13 Start the mail"],
    ],
    ["all words in any order", "mail start", ["Start step 3: Stop the mail", "13 Start the mail"]],
    ["a run by its mode and sites", "drill osaka", ["DRILL R-0042"]],
    ["a page by its beginning", "proc", ["Procedures"]],
    ["nothing, where a word is nowhere", "mail osaka", []],
  ])("%s", (_, text, words) => {
    expect(found(text)).toEqual(words);
  });

  it("says how many more there are", () => {
    const many = Array.from({ length: 30 }, (_, i) => item("Steps", `${i + 1} Title`));
    expect(findItems(many, "")[0]).toMatchObject({ group: "Steps", more: 24 });
    expect(findItems(many, "title")[0]?.items).toHaveLength(12);
  });
});

describe("what Enter chooses", () => {
  it.each<[string, string | null, string, number]>([
    ["nothing, before anything is typed", null, " ", -1],
    ["the first, once something is typed", null, "mail", 0],
    ["what is marked", "13 Start the mail", "mail", 2],
    ["nothing, when what was marked has gone", "Complete step 2", "mail", -1],
  ])("%s", (_, marked, text, place) => {
    expect(chosenPlace(items, marked, text)).toBe(place);
  });
});

describe("a run by its number", () => {
  it.each([
    ["R-0042", 42],
    ["r42", 42],
    [" 42 ", 42],
    ["0", null],
    ["42 mail", null],
    ["step 42", null],
  ])("%s: %s", (text, number) => {
    expect(runNumberIn(text)).toBe(number);
  });
});
