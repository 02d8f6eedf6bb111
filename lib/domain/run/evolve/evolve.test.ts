import { expect, test } from "vitest";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { answerFact, byHand } from "#lib/domain/testing/moves.ts";
import { chie, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const { log, run } = play(startedRun(procedureOf({}, {})), ...byHand("1"));

test("A log that does not begin with the creation of its run cannot be folded", () => {
  expect(() => fold(log.slice(1))).toThrow("begins with run.created, not with run.started");
});

test("A log can be folded on from any point, as a browser does", () => {
  for (let i = 1; i <= log.length; i++) expect(fold(log.slice(i), fold(log.slice(0, i)))).toEqual(run);
});

test("An empty log is no run", () => {
  expect(fold([])).toBeNull();
});

test("Each answer is kept with who gave it and when", () => {
  const at = play(startedRun(procedureOf({})), answerFact("source_up", "no"));
  expect(at.run.answers).toEqual([
    { fact: "source_up", before: "unknown", at: at.log.at(-1)?.at, by: { id: chie.id, name: "Chie" } },
  ]);
});
