import { afterEach, describe, expect, it } from "vitest";
import {
  durationParts,
  formatBareTime,
  formatDate,
  formatDateTime,
  formatDuration,
  formatPreciseDuration,
  formatTime,
  formatWeekday,
  isZone,
  zoneName,
} from "#lib/client/format.ts";
import { japanese } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";

const minutes = (count: number) => count * 60_000;
const at = "2025-11-21T19:31:08.400Z";

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
    [minutes(39 * 24 * 60 + 700), "39 days"],
    [-minutes(64), "1 h 04 min"],
  ])("%i ms reads %s", (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  it.each([
    [9_000, "9 s"],
    [minutes(4) + 9_000, "4 min 09 s"],
    [minutes(64), "1 h 04 min"],
  ])("%i ms watched closely reads %s", (ms, words) => {
    expect(formatPreciseDuration(ms)).toBe(words);
  });

  it("comes in parts, so that units can be set smaller", () => {
    expect(durationParts(minutes(64))).toEqual([
      { value: "1", unit: "h" },
      { value: "04", unit: "min" },
    ]);
  });
});

describe("an instant", () => {
  it("is told with its zone", () => {
    expect(formatTime(at, "Asia/Tokyo")).toBe("04:31 JST");
    expect(formatTime(at, "Asia/Tokyo", "second")).toBe("04:31:08 JST");
    expect(formatTime(at, "UTC", "second")).toBe("19:31:08 UTC");
    expect(formatTime(at, "Europe/Berlin")).toBe("20:31 CET");
  });

  it("has its own day in each zone", () => {
    expect(formatDate(at, "Asia/Tokyo")).toBe("22 Nov 2025");
    expect(formatDate(at, "UTC")).toBe("21 Nov 2025");
    expect(formatWeekday(at, "UTC")).toBe("Fri 21 Nov");
    expect(formatDateTime(at, "Asia/Tokyo")).toBe("22 Nov 2025, 04:31 JST");
  });

  it("has months of three letters", () => {
    expect(formatDate("2025-09-03T12:00:00Z", "UTC")).toBe("3 Sep 2025");
  });

  it("has midnight as 00, not 24", () => {
    expect(formatBareTime("2025-11-21T15:00:00Z", "Asia/Tokyo")).toBe("00:00");
  });
});

describe("a zone", () => {
  it("changes its name with summer time", () => {
    expect(zoneName("Europe/Berlin", "2025-07-01T00:00:00Z")).toBe("CEST");
    expect(zoneName("Europe/Berlin", "2025-12-01T00:00:00Z")).toBe("CET");
  });

  it("is an offset from UTC where it has no name", () => {
    expect(zoneName("Asia/Kathmandu", at)).toBe("UTC+5:45");
  });

  it("is refused when nobody knows it", () => {
    expect(isZone("Asia/Tokyo")).toBe(true);
    expect(isZone("Moon/Crater")).toBe(false);
  });
});

describe("for whoever reads Japanese", () => {
  afterEach(() => readFrom(() => ({ locale: "en" })));

  it("durations, days and sizes are told in Japanese, times and zones as everywhere", () => {
    readFrom(() => ({ locale: "ja", catalogue: japanese }));
    expect(formatDuration(minutes(64))).toBe("1 時間 04 分");
    expect(formatDuration(minutes(48 * 60))).toBe("2 日");
    expect(formatPreciseDuration(minutes(4) + 9_000)).toBe("4 分 09 秒");
    expect(formatDateTime(at, "Asia/Tokyo")).toBe("2025年11月22日 04:31 JST");
    expect(formatWeekday(at, "UTC")).toBe("11月21日(金)");
    expect(formatTime("2025-11-21T15:00:08Z", "Asia/Tokyo", "second")).toBe("00:00:08 JST");
    expect(zoneName("Europe/Berlin", at)).toBe("CET");
  });
});
