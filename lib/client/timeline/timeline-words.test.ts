import { expect, it } from "vitest";
import { timelineWords } from "#lib/client/timeline/timeline-words.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

const nowMs = Date.UTC(2026, 0, 1, 4, 31);
const none = { nothing: null, segments: [], expected: null, planned: undefined, today: "2026-01-01" };

it("tells what went on, for how long, and what is expected", () => {
  const segments = [
    { kind: "waiting", from: "2026-01-01T04:00:00Z", to: "2026-01-01T04:12:00Z" },
    { kind: "machine", from: "2026-01-01T04:12:00Z", to: null },
  ] as const;
  const expected = { fromMs: 0, toMs: nowMs + 7 * 60_000 };
  expect(asRead(timelineWords({ ...none, segments, expected, nowMs, zone: "UTC" }))).toBe(
    "It waited for people 04:00 to 04:12 UTC, 12 min. A command ran 04:12 UTC to now, 19 min. Expected to end 04:38 UTC.",
  );
});

it.each([
  ["failed", "A command ran 04:12 to 04:14 UTC, 2 min, and failed."],
  ["timed_out", "A command ran 04:12 to 04:14 UTC, 2 min, and timed out."],
] as const)("tells of a command that it %s", (ended, words) => {
  const segments = [{ kind: "machine", from: "2026-01-01T04:12:00Z", to: "2026-01-01T04:14:00Z", ended }] as const;
  expect(asRead(timelineWords({ ...none, segments, nowMs, zone: "UTC" }))).toBe(words);
});

it("tells no seconds of what goes on: its clock ticks too seldom for them", () => {
  const segments = [{ kind: "waiting", from: "2026-01-01T04:30:55Z", to: null }] as const;
  expect(asRead(timelineWords({ ...none, segments, nowMs, zone: "UTC" }))).toBe(
    "It waited for people 04:30 UTC to now, < 1 min.",
  );
});

it("tells what goes on only up to when it is known", () => {
  const segments = [{ kind: "machine", from: "2026-01-01T04:12:00Z", to: null }] as const;
  const untilMs = Date.UTC(2026, 0, 1, 4, 22);
  expect(asRead(timelineWords({ ...none, segments, nowMs, untilMs, zone: "UTC" }))).toBe(
    "A command ran 04:12 UTC to at least 04:22 UTC, 10 min.",
  );
});

it("tells each time in UTC too, for a reader of another zone", () => {
  const segments = [
    { kind: "people", from: "2026-01-01T04:00:00Z", to: "2026-01-01T04:12:00Z" },
    { kind: "machine", from: "2026-01-01T04:12:00Z", to: null },
  ] as const;
  const expected = { fromMs: nowMs, toMs: nowMs + 7 * 60_000 };
  expect(asRead(timelineWords({ ...none, segments, expected, nowMs, zone: "Asia/Tokyo" }))).toBe(
    "People worked 13:00 to 13:12 JST (04:00 to 04:12 UTC), 12 min. " +
      "A command ran 13:12 JST (04:12 UTC) to now, 19 min. Expected to end 13:38 JST (04:38 UTC).",
  );
  expect(asRead(timelineWords({ ...none, expected, nowMs, zone: "Asia/Tokyo" }))).toBe(
    "Expected to begin 13:31 and end 13:38 JST (04:31 to 04:38 UTC).",
  );
});

it("tells when a step is expected to begin, and invents nothing", () => {
  const expected = { fromMs: nowMs, toMs: nowMs + 60_000 };
  expect(asRead(timelineWords({ ...none, expected, nowMs, zone: "UTC" }))).toBe(
    "Expected to begin 04:31 and end 04:32 UTC.",
  );
  expect(asRead(timelineWords({ ...none, nowMs, zone: "UTC" }))).toBe(
    "Nothing was asked of anybody yet, and nothing is estimated.",
  );
});

it("tells what was planned when the run began, whatever came of it", () => {
  const planned = { from: "2026-01-01T04:05:00Z", to: "2026-01-01T04:15:00Z", basis: "by the procedure" };
  const segments = [{ kind: "people", from: "2026-01-01T04:00:00Z", to: "2026-01-01T04:31:00Z" }] as const;
  expect(asRead(timelineWords({ ...none, segments, planned, nowMs, zone: "UTC" }))).toBe(
    "People worked 04:00 to 04:31 UTC, 31 min. Planned as the run began: 04:05 to 04:15 UTC, by the procedure.",
  );
  expect(asRead(timelineWords({ ...none, nothing: "skipped", planned, nowMs, zone: "UTC" }))).toBe(
    "skipped. Planned as the run began: 04:05 to 04:15 UTC, by the procedure.",
  );
  expect(asRead(timelineWords({ ...none, nothing: "skipped", nowMs, zone: "UTC" }))).toBe("skipped");
});

it("tells the day where that is not today's, once, and in UTC where it is another", () => {
  const segments = [
    { kind: "people", from: "2025-12-31T14:50:00Z", to: "2025-12-31T15:10:00Z" },
    { kind: "machine", from: "2025-12-31T15:10:00Z", to: null },
  ] as const;
  const planned = { from: "2026-01-02T14:50:00Z", to: "2026-01-02T15:30:00Z", basis: "by the procedure" };
  const told = (today: string, zone: string) =>
    asRead(timelineWords({ ...none, segments, planned, nowMs: Date.UTC(2025, 11, 31, 15, 29), zone, today }));
  expect(told("2025-12-31", "UTC")).toBe(
    "People worked 14:50 to 15:10 UTC, 20 min. A command ran 15:10 UTC to now, 19 min. " +
      "Planned as the run began: 2 Jan 2026, 14:50 to 15:30 UTC, by the procedure.",
  );
  expect(told("2026-01-03", "Asia/Tokyo")).toBe(
    "People worked 31 Dec 2025, 23:50 to 1 Jan 2026, 00:10 JST (14:50 to 15:10 UTC), 20 min. " +
      "A command ran 1 Jan, 00:10 JST (31 Dec 2025, 15:10 UTC) to now, 19 min. " +
      "Planned as the run began: 2 Jan, 23:50 to 3 Jan, 00:30 JST (14:50 to 15:30 UTC), by the procedure.",
  );
});

it("tells when it was what was recorded afterwards, as far as that is known", () => {
  const recordedAt = "2026-01-01T04:10:00Z";
  const zone = "Asia/Tokyo";
  const segments = [{ kind: "waiting", from: "2026-01-01T04:00:00Z", to: recordedAt }] as const;
  const told = "Recorded afterwards: it was at 13:10 JST (04:10 UTC).";
  expect(asRead(timelineWords({ ...none, recordedAt, nowMs, zone }))).toBe(told);
  expect(asRead(timelineWords({ ...none, segments, recordedAt, nowMs, zone }))).toBe(
    `It waited for people 13:00 to 13:10 JST (04:00 to 04:10 UTC), 10 min. ${told}`,
  );
  expect(asRead(timelineWords({ ...none, nothing: "skipped", recordedAt, nowMs, zone }))).toBe(`skipped. ${told}`);
});
