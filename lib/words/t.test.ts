import { afterEach, describe, expect, test } from "vitest";
import { japanese } from "#lib/words/japanese.ts";
import { localeNames, locales, preferredLocale, readFrom } from "#lib/words/language.ts";
import { gapAfter, joined, listed, pieces, severally, t, tn } from "#lib/words/t.ts";

const readJapanese = () => readFrom(() => ({ locale: "ja", catalogue: japanese }));
afterEach(() => readFrom(() => ({ locale: "en" })));

describe("A sentence", () => {
  test("is its own English, and its Japanese for whoever reads that", () => {
    expect(t("Overview")).toBe("Overview");
    readJapanese();
    expect(t("Overview")).toBe("概況");
  });

  test("takes its values where each language has them", () => {
    expect(t("Step {step} is ready", { step: "4" })).toBe("Step 4 is ready");
    readJapanese();
    expect(t("Step {step} is ready", { step: "4" })).toBe("ステップ 4 は開始可能です");
    expect(pieces("Step {step} is ready", { step: 4 })).toEqual(["ステップ ", 4, " は開始可能です"]);
  });

  test("counts", () => {
    expect([1, 2].map((count) => tn("{count} step", "{count} steps", count))).toEqual(["1 step", "2 steps"]);
    readJapanese();
    expect(tn("{count} step", "{count} steps", 1)).toBe("1 ステップ");
  });

  test("stands after another as its language has it, whoever reads", () => {
    expect(joined("Tried once.", undefined, "", "Next try 04:31.")).toBe("Tried once. Next try 04:31.");
    readJapanese();
    expect(joined("1 回試行。", false, "次の試行 04:31。")).toBe("1 回試行。次の試行 04:31。");
    expect(joined("The lines are empty.", "自動では再実行されません。")).toBe(
      "The lines are empty. 自動では再実行されません。",
    );
    expect([gapAfter("The lines are empty."), gapAfter({})]).toEqual([" ", ""]);
  });

  test("lists", () => {
    expect(listed(["1", "2", "3"])).toBe("1, 2 and 3");
    readJapanese();
    expect(listed(["1", "2", "3"])).toBe("1、2、3");
    expect(severally(["切替元", "tape library"], "or")).toBe("切替元 または tape library");
  });
});

test("Every language has a name of its own", () => {
  expect(Object.keys(localeNames)).toEqual([...locales]);
});

test.each([
  [undefined, undefined, "en"],
  [undefined, "ja-JP,ja;q=0.9,en;q=0.8", "ja"],
  [undefined, "fr, en-GB;q=0.5, ja;q=0.7", "ja"],
  [undefined, "en;q=0.5, ja;q=0", "en"],
  ["en", "ja", "en"],
  ["tlh", "ja", "ja"],
  ["", "*", "en"],
])("Chosen %s, accepted %s: %s", (chosen, accepted, expected) => {
  expect(preferredLocale(chosen, accepted)).toBe(expected);
});
