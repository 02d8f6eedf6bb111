import { expect, it } from "vitest";
import { pairSteps } from "#lib/domain/report/pair-steps.ts";

const steps = (...written: string[]) =>
  written.map((one) => ({ number: one.split(" ")[0] ?? "", title: one.split(" ").slice(1).join(" ") }));

const paired = (first: string[], second: string[]) =>
  pairSteps(steps(...first), steps(...second)).map(({ one, other }) =>
    [one, other].map((step) => step && `${step.number} ${step.title}`),
  );

it.each([
  {
    rule: "a step stands beside itself though one before it was added",
    first: ["1 Stop", "2 Start"],
    second: ["1 Stop", "2 Check", "3 Start"],
    pairs: [
      ["1 Stop", "1 Stop"],
      [null, "2 Check"],
      ["2 Start", "3 Start"],
    ],
  },
  {
    rule: "or taken away",
    first: ["1 Stop", "2 Check", "3 Start"],
    second: ["1 Stop", "2 Start"],
    pairs: [
      ["1 Stop", "1 Stop"],
      ["2 Check", null],
      ["3 Start", "2 Start"],
    ],
  },
  {
    rule: "of those of one title the one of the same number is it",
    first: ["1 Wait", "3 Wait"],
    second: ["1 Wait", "2 Wait", "3 Wait"],
    pairs: [
      ["1 Wait", "1 Wait"],
      [null, "2 Wait"],
      ["3 Wait", "3 Wait"],
    ],
  },
  {
    rule: "two procedures share no row by number alone",
    first: ["1 Stop", "2 Start"],
    second: ["1 Call", "2 Drive"],
    pairs: [
      [null, "1 Call"],
      [null, "2 Drive"],
      ["1 Stop", null],
      ["2 Start", null],
    ],
  },
])("$rule", ({ first, second, pairs }) => {
  expect(paired(first, second)).toEqual(pairs);
});
