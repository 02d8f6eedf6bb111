import { afterEach, describe, expect, it } from "vitest";
import { durationParts, formatDuration, formatPreciseDuration } from "#lib/client/format.ts";
import { japanese } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

const minutes = (count: number) => count * 60_000;

describe("a duration", () => {
  it.each([
    [0, "0 s"],
    [999, "0 s"],
    [41_900, "41 s"],
    [59_999, "59 s"],
    [minutes(1), "1 min"],
    [minutes(59) + 59_999, "59 min"],
    [minutes(60), "1 h 00 min"],
    [minutes(64), "1 h 04 min"],
    [minutes(47 * 60 + 59), "47 h 59 min"],
    [minutes(48 * 60), "2 days"],
    [minutes(48 * 60 + 59), "2 days"],
    [minutes(60 * 60), "2 days 12 h"],
    [minutes(71 * 60 + 59), "2 days 23 h"],
    [minutes(39 * 24 * 60 + 300), "39 days 05 h"],
    [-minutes(64), "1 h 04 min"],
  ])("%i ms reads %s", (ms, words) => {
    expect(asRead(formatDuration(ms))).toBe(words);
  });

  it.each([
    [9_000, "9 s"],
    [minutes(4) + 9_000, "4 min 09 s"],
    [minutes(64), "1 h 04 min"],
  ])("%i ms watched closely reads %s", (ms, words) => {
    expect(asRead(formatPreciseDuration(ms))).toBe(words);
  });

  it.each([0, 4, 64, 48 * 60, 60 * 60])("of %i minutes stays on its line", (count) => {
    expect(formatDuration(minutes(count))).not.toContain(" ");
    expect(formatPreciseDuration(minutes(count))).not.toContain(" ");
  });

  it("comes in parts, so that units can be set smaller", () => {
    expect(durationParts(minutes(64))).toEqual([
      { value: "1", unit: "h" },
      { value: "04", unit: "min" },
    ]);
  });
});

describe("for whoever reads Japanese", () => {
  afterEach(() => readFrom(() => ({ locale: "en" })));

  it("durations are told in Japanese", () => {
    readFrom(() => ({ locale: "ja", catalogue: japanese }));
    expect(asRead(formatDuration(minutes(64)))).toBe("1 時間 04 分");
    expect(asRead(formatDuration(minutes(48 * 60)))).toBe("2 日");
    expect(asRead(formatDuration(minutes(60 * 60)))).toBe("2 日 12 時間");
    expect(asRead(formatPreciseDuration(minutes(4) + 9_000))).toBe("4 分 09 秒");
  });
});
