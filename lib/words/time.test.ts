import { afterEach, describe, expect, it } from "vitest";
import { clockFrom } from "#lib/words/clock.ts";
import { japanese } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";
import {
  bothClocks,
  bothTimes,
  dayEnd,
  dayOf,
  dayStart,
  formatBareTime,
  formatDate,
  formatDateTime,
  formatOtherDay,
  formatTime,
  formatWeekday,
  utcAfter,
  utcBeside,
  withDay,
  zoneName,
} from "#lib/words/time.ts";
import { isZone, UTC, zoneFrom } from "#lib/words/zone.ts";

const at = "2025-11-21T19:31:08.400Z";

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

  it("is told with its date on every day but its own, and with the year in another", () => {
    const beforeMidnight = "2025-12-31T14:59:00Z";
    const told = (today: string, zone = "Asia/Tokyo") =>
      withDay(formatOtherDay(beforeMidnight, zone, today), formatTime(beforeMidnight, zone));
    expect(told("2025-12-31")).toBe("23:59 JST");
    expect(told("2025-12-30")).toBe("31 Dec, 23:59 JST");
    expect(told("2026-01-01")).toBe("31 Dec 2025, 23:59 JST");
    expect(told("2025-12-31", "UTC")).toBe("14:59 UTC");
    const afterMidnight = "2025-12-31T15:00:00Z";
    expect(dayOf(afterMidnight, "Asia/Tokyo")).toBe("2026-01-01");
    expect(formatOtherDay(afterMidnight, "Asia/Tokyo", "2026-01-01")).toBeNull();
    expect(formatOtherDay(afterMidnight, "UTC", "2026-01-01")).toBe("31 Dec 2025");
  });

  it("has months of three letters", () => {
    expect(formatDate("2025-09-03T12:00:00Z", "UTC")).toBe("3 Sep 2025");
  });

  it("has midnight as 00, not 24", () => {
    expect(formatBareTime("2025-11-21T15:00:00Z", "Asia/Tokyo")).toBe("00:00");
  });
});

describe("a day", () => {
  it.each([
    ["2025-11-22", UTC, "2025-11-22T00:00:00.000Z"],
    ["2025-11-22", "Asia/Tokyo", "2025-11-21T15:00:00.000Z"],
    ["2025-11-22", "Pacific/Kiritimati", "2025-11-21T10:00:00.000Z"],
    ["2025-11-22", "Pacific/Pago_Pago", "2025-11-22T11:00:00.000Z"],
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z"],
    ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
    ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z"], // 00:00 is left out: it begins at 01:00
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"], // left out as a whole
  ])("%s in %s begins at %s", (day, zone, at) => {
    expect(new Date(dayStart(day, zone)).toISOString()).toBe(at);
  });

  it.each([
    ["2025-12-31", "Asia/Tokyo", 24],
    ["2026-03-29", "Europe/Berlin", 23],
    ["2026-10-25", "Europe/Berlin", 25],
    ["2011-12-30", "Pacific/Apia", 0],
  ])("%s in %s has %i hours", (day, zone, hours) => {
    expect(dayEnd(day, zone) - dayStart(day, zone)).toBe(hours * 3_600_000);
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

  it.each([
    ["Asia/Tokyo", true],
    ["UTC", true],
    ["Moon/Crater", false],
    ["", false],
  ])("%j is known: %s", (name, known) => {
    expect(isZone(name)).toBe(known);
  });
});

describe("for a reader somewhere", () => {
  afterEach(() => {
    zoneFrom(() => UTC);
    clockFrom(null);
  });

  it.each([
    ["Asia/Tokyo", "04:31:08 JST (19:31:08 UTC)", "2025-11-21 19:31:08 UTC (2025-11-22 04:31:08 JST)"],
    ["America/New_York", "14:31:08 UTC-5 (19:31:08 UTC)", "2025-11-21 19:31:08 UTC (14:31:08 UTC-5)"],
    ["UTC", "19:31:08 UTC", "2025-11-21 19:31:08 UTC"],
  ])("in %s a time is told there and in UTC, each once", (zone, clocks, times) => {
    zoneFrom(() => zone);
    expect([bothClocks(at), bothTimes(at)]).toEqual([clocks, times]);
  });

  it.each([
    ["2025-11-22T03:00:00Z", "04:31:08 JST (19:31:08 UTC)"],
    ["2025-11-21T12:00:00Z", "22 Nov, 04:31:08 JST (21 Nov, 19:31:08 UTC)"],
    ["2026-01-22T03:00:00Z", "22 Nov 2025, 04:31:08 JST (21 Nov, 19:31:08 UTC)"],
  ])("in a sentence with its date, where by the clock of the reader (%s) that is not today's", (now, clocks) => {
    zoneFrom(() => "Asia/Tokyo");
    clockFrom(() => Date.parse(now));
    expect(bothClocks(at)).toBe(clocks);
    expect(bothClocks(at, "second", "Asia/Tokyo", "2025-11-22")).toBe("04:31:08 JST (19:31:08 UTC)");
  });

  it("the date in UTC is told where it is another", () => {
    expect(utcBeside(at, "Asia/Tokyo", "minute")).toBe("21 Nov 2025, 19:31 UTC");
    expect(utcBeside(at, "Europe/Berlin", "second")).toBe("19:31:08 UTC");
  });

  it.each([
    ["Asia/Tokyo", "22 Nov", "21 Nov, 19:31 UTC"],
    ["Asia/Tokyo", null, "19:31 UTC"],
    ["Europe/Berlin", "21 Nov", "19:31 UTC"],
  ])(
    "after a time of %s that was told with the day %j, in UTC with its own where that is another",
    (zone, told, words) => {
      expect(utcAfter(at, zone, told)).toBe(words);
    },
  );

  it("and to the minute where it was said so", () => {
    zoneFrom(() => "Asia/Tokyo");
    expect(bothTimes(at, "minute")).toBe("2025-11-21 19:31 UTC (2025-11-22 04:31 JST)");
  });
});

describe("for whoever reads Japanese", () => {
  afterEach(() => readFrom(() => ({ locale: "en" })));

  it("days are told in Japanese, times and zones as everywhere", () => {
    readFrom(() => ({ locale: "ja", catalogue: japanese }));
    expect(formatDateTime(at, "Asia/Tokyo")).toBe("2025年11月22日 04:31 JST");
    expect(formatWeekday(at, "UTC")).toBe("11月21日(金)");
    expect(withDay(formatOtherDay(at, "UTC", "2025-11-22"), formatTime(at, "UTC"))).toBe("11月21日 19:31 UTC");
    expect(formatTime("2025-11-21T15:00:08Z", "Asia/Tokyo", "second")).toBe("00:00:08 JST");
    expect(zoneName("Europe/Berlin", at)).toBe("CET");
  });
});
