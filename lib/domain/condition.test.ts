import { describe, expect, test } from "vitest";
import { type Answer, type Applicability, Condition, FactKey } from "#lib/domain/condition.ts";
import { evaluate } from "#lib/domain/evaluate.ts";
import { when } from "#lib/domain/testing/procedures.ts";

const both: Condition = {
  all: [
    { fact: "source_up", is: "yes" },
    { fact: "disaster", is: "no" },
  ],
};

describe("A condition over one fact", () => {
  test.each<["yes" | "no", Answer, Applicability]>([
    ["yes", "yes", "applicable"],
    ["yes", "no", "not_applicable"],
    ["yes", "unknown", "undecided"],
    ["no", "no", "applicable"],
    ["no", "yes", "not_applicable"],
    ["no", "unknown", "undecided"],
  ])("that wants %s and has %s is %s, because of that answer", (is, answer, applicability) => {
    expect(evaluate(when("source_up", is), { source_up: answer })).toEqual({
      applicability,
      because: [{ fact: "source_up", answer }],
    });
  });
});

describe("A condition over two facts", () => {
  test.each<[Answer, Answer, Applicability, string[]]>([
    ["yes", "no", "applicable", ["source_up", "disaster"]],
    ["yes", "yes", "not_applicable", ["disaster"]],
    ["no", "no", "not_applicable", ["source_up"]],
    ["no", "yes", "not_applicable", ["source_up", "disaster"]],
    ["unknown", "no", "undecided", ["source_up"]],
    ["yes", "unknown", "undecided", ["disaster"]],
    ["unknown", "unknown", "undecided", ["source_up", "disaster"]],
    ["unknown", "yes", "not_applicable", ["disaster"]],
    ["no", "unknown", "not_applicable", ["source_up"]],
  ])("source up %s and disaster %s: %s, decided by %j", (source_up, disaster, applicability, decidedBy) => {
    const { because, ...result } = evaluate(both, { source_up, disaster });
    expect(result).toEqual({ applicability });
    expect(because.map(({ fact }) => fact)).toEqual(decidedBy);
  });
});

test("No condition always applies, and nothing decided it", () => {
  expect(evaluate(undefined, { source_up: "no" })).toEqual({ applicability: "applicable", because: [] });
});

test("A fact nobody answered is unknown", () => {
  expect(evaluate(when("source_up", "yes"), {})).toEqual({
    applicability: "undecided",
    because: [{ fact: "source_up", answer: "unknown" }],
  });
});

test("A condition asks something", () => {
  expect(Condition.safeParse({ all: [] }).success).toBe(false);
});

test.each(["constructor", "Source", "1st", "", "with space", "a".repeat(65)])('"%s" is no name for a fact', (key) => {
  expect(FactKey.safeParse(key).success).toBe(false);
});
