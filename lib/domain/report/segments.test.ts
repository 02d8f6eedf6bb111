import { expect, test } from "vitest";
import { secondsIn } from "#lib/domain/report/segments.ts";

test("what the steps took is added up over them, and what is open goes on until it is asked", () => {
  const [began, done, asked] = ["2026-03-02T03:00:00.000Z", "2026-03-02T03:01:00.000Z", "2026-03-02T03:03:00.000Z"];
  const first = [
    { kind: "waiting", from: began, to: done },
    { kind: "machine", from: done, to: null },
  ] as const;
  const timeline = { "1": first, "2": [{ kind: "machine", from: began, to: done }] as const };
  expect(secondsIn(timeline, done)).toEqual({ waiting: 60, machine: 60, people: 0 });
  expect(secondsIn(timeline, asked)).toEqual({ waiting: 60, machine: 180, people: 0 });
  const ended = { ...timeline, "1": [first[0], { ...first[1], to: asked }] };
  expect(secondsIn(ended, "2026-03-02T04:00:00.000Z")).toEqual({ waiting: 60, machine: 180, people: 0 });
});
