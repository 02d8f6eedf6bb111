import { expect, it } from "vitest";
import { estimateWords, lackWords } from "#lib/client/run/forecast-words.ts";
import type { Estimate, Forecast } from "#lib/domain/forecast.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

it.each<[string, Estimate | undefined]>([
  ["no estimate", undefined],
  ["about 34 min, by the procedure", { basis: "procedure", seconds: 2_040 }],
  ["about 34 min, as in one drill", { basis: "past", seconds: 2_040, runs: 1, drills: 1 }],
  ["about 34 min, as in one live run", { basis: "past", seconds: 2_040, runs: 1, drills: 0 }],
  ["about 34 min, median of 3 drills", { basis: "past", seconds: 2_040, runs: 3, drills: 3 }],
  ["about 34 min, median of 3 live runs", { basis: "past", seconds: 2_040, runs: 3, drills: 0 }],
  ["about 34 min, median of 5 runs, 2 of them drills", { basis: "past", seconds: 2_040, runs: 5, drills: 2 }],
])("%s", (words, estimate) => {
  expect(asRead(estimateWords(estimate))).toBe(words);
});

const step = { fromMs: 0, toMs: 0, known: true };
const laidOut: Forecast = {
  finishMs: 0,
  unknown: 0,
  decisions: 0,
  planned: new Map(["1", "2", "3"].map((number) => [number, step])),
};

it.each<[string | null, Partial<Forecast>]>([
  [null, {}],
  ["2 of 3 not estimated", { unknown: 2 }],
  ["2 decisions not counted", { decisions: 2 }],
  ["1 decision not counted", { decisions: 1 }],
  ["1 of 3 not estimated", { unknown: 1, decisions: 2 }],
])("A projected finish lacks %s", (words, more) => {
  expect(lackWords({ ...laidOut, ...more })).toBe(words);
});
