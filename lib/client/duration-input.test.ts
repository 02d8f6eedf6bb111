import { afterEach, describe, expect, it } from "vitest";
import { parseDuration } from "#lib/client/duration-input.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import { japanese } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";

const minute = 60;
const hour = 60 * minute;

describe("a typed duration", () => {
  it.each([
    ["4 h", 4 * hour],
    ["4h", 4 * hour],
    ["1 h 30 min", 1.5 * hour],
    ["1h30m", 1.5 * hour],
    ["4:30", 4.5 * hour],
    ["90 min", 90 * minute],
    ["90", 90 * minute],
    ["2 days", 48 * hour],
    ["2 d 4 h", 52 * hour],
    ["1 min 30 s", 90],
    ["90s", 90],
    ["1 分 30 秒", 90],
    [" 2 Hours ", 2 * hour],
    ["30 days", 720 * hour],
    ["1 時間 30 分", 1.5 * hour],
    ["２時間", 2 * hour],
    ["2 日", 48 * hour],
    ["31 days", null],
    ["0", null],
    ["", null],
    ["4:75", null],
    ["soon", null],
    ["-4 h", null],
  ])("%j is %j seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  afterEach(() => readFrom(() => ({ locale: "en" })));

  it.each(["en", "ja"] as const)("may be one that a page wrote (%s)", (locale) => {
    readFrom(() => ({ locale, ...(locale === "ja" && { catalogue: japanese }) }));
    for (const seconds of [90, 5 * minute, 4 * hour, 90 * minute, 60 * hour, 72 * hour, 4 * hour + 61]) {
      expect(parseDuration(duration(seconds))).toBe(seconds);
    }
  });
});
