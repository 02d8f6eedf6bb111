import { expect, test } from "vitest";
import { digest, type Need } from "#lib/domain/run/digest.ts";
import { doable } from "#lib/domain/run/doable.ts";
import {
  answerFact,
  approve,
  begin,
  complete,
  decidePoll,
  exit,
  fail,
  finish,
  type Move,
  pause,
  release,
  request,
  skip,
  start,
  vote,
} from "#lib/domain/testing/moves.ts";
import { ask, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { confirmed, gated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

const begun = (step: StepDraft = {}) => startedRun(procedureOf(step, {}));
const needs = ({ procedure, run }: Play): Need[] => doable(run, digest(procedure, run).waiting).map(({ need }) => need);

test.each<[Need, Play, Move, boolean]>([
  ["start", begun(), start("1"), false],
  ["request", begun(gated.approval), request("1"), false],
  ["approve", play(begun(gated.approval), request("1")), approve("1"), true],
  ["vote", begun(gated.poll), vote("1", "go"), true],
  ["go", play(begun(gated.poll), vote("1", "go")), decidePoll("1", "go"), true],
  ["release", begun(gated.hold), release("1"), true],
  ["confirm", play(begun(confirmed), start("1"), begin("1"), finish("1", exit(0))), complete("1"), true],
  ["decide", play(begun(), start("1"), fail("1")), skip("1"), true],
  ["answer", begun({ condition: when("firewalls", "yes") }), answerFact("firewalls", "yes"), true],
  [
    "help",
    play(begun(), start("1"), { type: "help.ask", step: "1", reason: "The door is shut" }),
    { type: "help.settle", step: "1", how: "It is open" },
    true,
  ],
])("While a run is paused, people are waited for to %s just where the rules let them", (need, at, move, may) => {
  expect(needs(at)).toContain(need);
  const paused = play(at, pause);
  expect(ask(paused, move).ok).toBe(may);
  expect(needs(paused).includes(need)).toBe(may);
});
