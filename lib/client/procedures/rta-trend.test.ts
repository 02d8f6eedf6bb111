import { describe, expect, it, test } from "vitest";
import {
  aboveWords,
  drawnRuns,
  lastObjective,
  resultWords,
  trendScale,
  trendWords,
} from "#lib/client/procedures/rta-trend.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

const run = (minutes: number, mode: Mode = "drill", objective: number | null = null) => ({
  id: "00000000-0000-4000-8000-000000000001",
  number: 1,
  mode,
  status: "completed" as const,
  version: 1,
  endedAt: "2026-01-01T00:00:00.000Z",
  rtaSeconds: minutes * 60,
  rtoSeconds: objective === null ? null : objective * 60,
  onlySimulated: false,
});
const simulated = (minutes: number) => ({ ...run(minutes, "drill", 60), onlySimulated: true });

test.each([
  ["that there was none", [], "No drill of it has come to its end."],
  ["nothing of live runs", [run(10, "live")], "No drill of it has come to its end."],
  [
    "that nothing was measured",
    [simulated(5), simulated(6)],
    "2 drills were only simulated: their times are those of no recovery.",
  ],
  [
    "what was measured, and apart what was not",
    [run(30), run(22), simulated(5)],
    "The last drill took 22 min, 8 min less than the one before. The median of 2 drills is 26 min. 1 drill was only simulated: its time is that of no recovery.",
  ],
  ["one", [run(10)], "The last drill took 10 min. It was the only one."],
  [
    "less time",
    [run(30), run(20, "live"), run(22)],
    "The last drill took 22 min, 8 min less than the one before. The median of 2 drills is 26 min.",
  ],
  [
    "more time",
    [run(30), run(10), run(20)],
    "The last drill took 20 min, 10 min more than the one before. The median of 3 drills is 20 min.",
  ],
  [
    "the same",
    [run(5), run(5)],
    "The last drill took 5 min, as long as the one before. The median of 2 drills is 5 min.",
  ],
])("The trend of drills says %s", (_, runs, words) => {
  expect(asRead(trendWords(runs))).toBe(words);
});

describe("The picture of the trend", () => {
  /** "dl": a drill and then a live run. */
  const line = (modes: string) => [...modes].map((mode) => run(10, mode === "d" ? "drill" : "live"));
  it.each([
    ["all, where they have room", "dldl".repeat(6), "dldl".repeat(6)],
    ["the latest of one mode", "d".repeat(30), "d".repeat(24)],
    [
      "the latest drills beside ever so many newer live runs",
      "d".repeat(20) + "l".repeat(50),
      "d".repeat(12) + "l".repeat(12),
    ],
    ["few drills, and more live runs instead", `ddd${"l".repeat(50)}`, `ddd${"l".repeat(21)}`],
    ["few live runs, and more drills instead", `l${"d".repeat(50)}`, `l${"d".repeat(23)}`],
  ])("has %s", (_, runs, drawn) => {
    expect(
      drawnRuns(line(runs))
        .map(({ mode }) => mode[0])
        .join(""),
    ).toBe(drawn);
  });
});

/** Drills with an objective, in minutes. */
const drills = (...times: [number, number | null][]) => times.map(([took, objective]) => run(took, "drill", objective));

describe("The scale of the trend", () => {
  it.each<[string, ReturnType<typeof drills>, number, number[]]>([
    ["begins at nothing and has round steps", drills([27, null]), 30, [0, 10, 20, 30]],
    ["holds the longest", drills([27, null], [95, null]), 120, [0, 30, 60, 90, 120]],
    ["holds an objective that is near", drills([27, 45]), 45, [0, 15, 30, 45]],
    ["is not stretched by one that is far", drills([20, 240]), 20, [0, 5, 10, 15, 20]],
    ["has steps of a second's worth for the shortest", drills([0, null]), 5 / 60, [0, 5 / 60]],
    ["goes on for weeks", drills([12 * 24 * 60, null]), 12 * 24 * 60, [0, 3, 6, 9, 12].map((days) => days * 24 * 60)],
  ])("%s", (_, runs, top, ticks) => {
    const scale = trendScale(runs);
    expect(scale.top).toBeCloseTo(top * 60);
    expect(scale.ticks.map((seconds) => seconds / 60)).toEqual(ticks);
  });

  it.each<[string, ReturnType<typeof drills>, string | null, number]>([
    ["nothing where all are on it", drills([27, 45], [30, null]), null, 45],
    [
      "the one that is far above",
      drills([20, 240]),
      "The objective of 4 h 00 min is far above the runs: it is drawn at the top, not to scale.",
      240,
    ],
    [
      "the largest of several",
      drills([20, 240], [20, 300], [20, 30]),
      "Objectives of up to 5 h 00 min are far above the runs: they are drawn at the top, not to scale.",
      30,
    ],
  ])("says of objectives above it %s", (_, runs, words, named) => {
    const scale = trendScale(runs);
    expect(asRead(aboveWords(runs, scale))).toBe(words);
    expect(lastObjective(runs)).toBe(named * 60);
  });
});

test("A drill that was only simulated is not held against an objective", () => {
  expect(asRead(resultWords(simulated(30)))).toBe("took 30 min, only simulated");
});

test.each([
  [null, "took 30 min, no objective"],
  [30, "took 30 min, within the objective of 30 min"],
  [20, "took 30 min, 10 min over the objective of 20 min"],
])("A drill of 30 minutes with an objective of %s %s", (objective, words) => {
  expect(asRead(resultWords(run(30, "drill", objective)))).toBe(words);
});
