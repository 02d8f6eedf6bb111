import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fromLocalInput, instantsOf, toLocalInput } from "#lib/client/local-time.ts";

it("gives an instant to a field and takes it back, to the minute", () => {
  expect(fromLocalInput(toLocalInput("2025-11-21T18:12:00.000Z"))).toBe("2025-11-21T18:12:00.000Z");
});

describe("where the clock is put back", () => {
  beforeAll(() => void vi.stubEnv("TZ", "America/New_York"));
  afterAll(() => void vi.unstubAllEnvs());

  it.each([
    ["2026-11-01T01:30:20", false, "2026-11-01T05:30:20.000Z"],
    ["2026-11-01T01:30:20", true, "2026-11-01T06:30:20.000Z"],
    ["2026-11-01T00:30", true, "2026-11-01T04:30:00.000Z"],
    ["2026-11-01T02:30", true, "2026-11-01T07:30:00.000Z"],
  ])("%s, of two the later: %j, is %s", (text, later, instant) => {
    expect(fromLocalInput(text, later)).toBe(instant);
    expect(instantsOf(text)).toHaveLength(text.includes("T01") ? 2 : 1);
  });
});

it.each(["", "2025-11-22", "2025-13-45T99:99", "soon"])("takes %j as not complete", (text) => {
  expect(fromLocalInput(text)).toBeNull();
});
