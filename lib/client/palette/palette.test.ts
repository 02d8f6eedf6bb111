import { describe, expect, it } from "vitest";
import { chosenPlace, findItems, type PaletteItem } from "#lib/client/palette/palette.ts";
import { runNumberIn } from "#lib/client/palette/run-number.ts";

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
      ["3 Stop the mail", "13 Start the mail", "Start step 3: Stop the mail"],
    ],
    ["all words in any order", "mail start", ["13 Start the mail", "Start step 3: Stop the mail"]],
    ["a run by its mode and sites", "drill osaka", ["DRILL R-0042"]],
    ["a page by its beginning", "proc", ["Procedures"]],
    ["nothing, where a word is nowhere", "mail osaka", []],
  ])("%s", (_, text, words) => {
    expect(found(text)).toEqual(words);
  });

  it.each<[string, string, string[]]>([
    ["the exact number first", "42", ["DRILL R-0042", "LIVE R-0420"]],
    ["a word's start before initials before letters in order", "mai", ["Mail", "Move all it", "Magnetic"]],
    ["full-width digits as digits", "４２", ["DRILL R-0042", "LIVE R-0420"]],
  ])("ranks %s", (_, text, words) => {
    const all = ["Magnetic", "Move all it", "Mail", "LIVE R-0420", "DRILL R-0042"].map((each) => item("Runs", each));
    expect(findItems(all, text)[0]?.items.map((each) => each.words)).toEqual(words);
  });

  it("puts what was visited lately before what is as good, and never before what is better", () => {
    const runs = ["LIVE R-0001 Mail", "LIVE R-0002 Mail", "LIVE R-0003 Mailing"].map((each) => item("Runs", each));
    const names = findItems(runs, "mail", ["LIVE R-0003 Mailing", "LIVE R-0002 Mail"])[0]?.items.map(({ id }) => id);
    expect(names).toEqual(["LIVE R-0002 Mail", "LIVE R-0001 Mail", "LIVE R-0003 Mailing"]);
  });

  it("shows first what was visited lately, and that only once", () => {
    const [recent, , steps, runs] = findItems(items, "", ["DRILL R-0042", "Procedures", "gone"]);
    expect(recent).toMatchObject({ group: "Recent", items: [{ id: "DRILL R-0042" }, { id: "Procedures" }] });
    expect(steps?.group).toBe("Steps");
    expect(runs).toBeUndefined();
  });

  it("never finds by a guess what acts", () => {
    const text = "Start step 3: Stop the mail";
    const kinds = (typed: string) =>
      findItems([item("Actions", text), item("Steps", text)], typed).map(({ group }) => group);
    expect(kinds("stm")).toEqual(["Steps"]);
    expect(kinds("strt")).toEqual(["Steps"]);
    expect(kinds("start 3")).toEqual(["Steps", "Actions"]);
  });

  it("finds a step by one of its lines, and shows which", () => {
    const lines = ["3.1 Stop the queue", "3.2 ＤＲへ切替"];
    const steps = [{ ...item("Steps", "Step 3 Stop the mail"), lines }, item("Steps", "Step 30 Tell all")];
    const shown = (text: string) =>
      findItems(steps, text).flatMap((group) =>
        group.items.map(({ words, line = "", lineMarks: [mark] }) => [words, mark ? line.slice(...mark) : null]),
      );
    expect(shown("3.2")).toEqual([["Step 3 Stop the mail", "3.2"]]);
    expect(shown("step 3.2")).toEqual([["Step 3 Stop the mail", "3.2"]]);
    expect(shown("queue")).toEqual([["Step 3 Stop the mail", "queue"]]);
    expect(shown("dr")).toEqual([["Step 3 Stop the mail", "ＤＲ"]]);
    expect(shown("stop")).toEqual([["Step 3 Stop the mail", null]]);
    expect(shown("queue all")).toEqual([]);
    expect(shown("3.21")).toEqual([]);
  });

  it("says how many more there are", () => {
    const many = Array.from({ length: 30 }, (_, i) => item("Steps", `${i + 1} Title`));
    expect(findItems(many, "")[0]).toMatchObject({ group: "Steps", more: 24 });
    expect(findItems(many, "title")[0]?.items).toHaveLength(12);
  });
});

it("the palette tells what cannot be done now once it is asked for, after what can", () => {
  const held = { ...item("Actions", "Start step 3: Stop the mail"), blocked: "The run is paused." };
  const ready = item("Actions", "Start step 31: Stop the mail");
  const words = (text: string) =>
    findItems([held, ready], text).flatMap(({ items }) => items.map((each) => each.words));
  expect(words("")).toEqual([ready.words]);
  expect(words("start 3")).toEqual([ready.words, held.words]);
  expect(findItems([held], "start 3")[0]?.items[0]?.blocked).toBe("The run is paused.");
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
