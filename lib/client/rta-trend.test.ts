import { expect, test } from "vitest";
import { trendWords } from "#lib/client/rta-trend.ts";
import type { Mode } from "#lib/domain/run/state.ts";

const run = (minutes: number, mode: Mode = "drill") => ({
  id: "00000000-0000-4000-8000-000000000001",
  number: 1,
  mode,
  status: "completed" as const,
  version: 1,
  endedAt: "2026-01-01T00:00:00.000Z",
  rtaSeconds: minutes * 60,
  rtoSeconds: null,
});

test.each([
  ["nothing", [], null],
  ["nothing of live runs", [run(10, "live")], null],
  ["one", [run(10)], "The last drill took 10 min. It was the only one."],
  [
    "less time",
    [run(30), run(20, "live"), run(22)],
    "The last drill took 22 min, 8 min less than the one before. Half of 2 drills took 22 min or less.",
  ],
  [
    "more time",
    [run(30), run(10), run(20)],
    "The last drill took 20 min, 10 min more than the one before. Half of 3 drills took 20 min or less.",
  ],
  [
    "the same",
    [run(5), run(5)],
    "The last drill took 5 min, as long as the one before. Half of 2 drills took 5 min or less.",
  ],
])("The trend of drills says %s", (_, runs, words) => {
  expect(trendWords(runs)).toBe(words);
});
