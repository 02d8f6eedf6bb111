import { expect, it } from "vitest";
import { estimateWords } from "#lib/client/run/forecast-words.ts";
import type { Estimate } from "#lib/domain/forecast.ts";
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
