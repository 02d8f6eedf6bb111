import { expect, test } from "vitest";
import { barLooks } from "#components/runs/timeline/timeline-looks.ts";

test("the bars of the timeline are told apart without colour", () => {
  const looks = Object.values(barLooks).map(({ look }) => look);
  expect(new Set(looks).size).toBe(looks.length);
});
