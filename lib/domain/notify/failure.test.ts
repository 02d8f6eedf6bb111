import { expect, test } from "vitest";
import { Failure, failureWords } from "#lib/domain/notify/failure.ts";

test("every failure is a sentence, with what the other side said where it said something", () => {
  const told = Failure.shape.code.options.map((code) => failureWords({ code, detail: "the detail" }));
  expect(new Set(told).size).toBe(told.length);
  expect(told).toContain("It answered the detail.");
  expect(told).toContain("The channel was switched off.");
});
