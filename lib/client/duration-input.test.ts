import { describe, expect, it } from "vitest";
import { parseDuration } from "#lib/client/duration-input.ts";

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
    [" 2 Hours ", 2 * hour],
    ["30 days", 720 * hour],
    ["31 days", null],
    ["0", null],
    ["", null],
    ["4:75", null],
    ["soon", null],
    ["-4 h", null],
  ])("%j is %j seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });
});
