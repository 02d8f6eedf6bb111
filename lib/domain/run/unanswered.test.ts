import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Actor } from "#lib/domain/actor.ts";
import type { Answer } from "#lib/domain/condition.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { unanswered } from "#lib/domain/run/unanswered.ts";
import { answerFact, complete, type Move, start } from "#lib/domain/testing/moves.ts";
import { ask, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { chosen, whoWould } from "#lib/domain/testing/random-moves.ts";
import { type AnyRun, anyRun } from "#lib/domain/testing/random-runs.ts";

// Random runs are slow where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const since = ({ procedure, run }: Play, number: string) => unanswered(procedure, run).get(number);
const lastAt = ({ log }: Play) => log.at(-1)?.at;

/** Its fact was asked for in vain when the run began, and the other one was known. */
const firewallsUnknown = { facts: { firewalls: "unknown", source_up: "yes" } } as const;

describe("An answer is waited for", () => {
  test("since the step was done that comes before those that do not apply", () => {
    const procedure = procedureOf({}, { condition: when("source_up", "no") }, { condition: when("firewalls", "yes") });
    const done = play(startedRun(procedure, firewallsUnknown), start("1"), complete("1"));
    expect(since(done, "3")).toBe(lastAt(done));
  });

  test("since the answer was taken back", () => {
    const procedure = procedureOf({ condition: when("firewalls", "yes") }, { dependsOn: [] });
    const no = play(startedRun(procedure, firewallsUnknown), answerFact("firewalls", "no"));
    expect(since(no, "1")).toBeUndefined();
    const taken = play(no, answerFact("firewalls", "unknown"));
    expect(since(taken, "1")).toBe(lastAt(taken));
  });

  test("since another answer let the step before it drop out", () => {
    const procedure = procedureOf({ condition: when("source_up", "yes") }, { condition: when("firewalls", "yes") });
    const dropped = play(startedRun(procedure, firewallsUnknown), answerFact("source_up", "no"));
    expect(since(dropped, "2")).toBe(lastAt(dropped));
  });

  test("no shorter for an answer that changes nothing of it", () => {
    const procedure = procedureOf({ condition: when("firewalls", "yes") });
    const begun = startedRun(procedure, firewallsUnknown);
    expect(since(play(begun, answerFact("source_up", "no")), "1")).toBe(lastAt(begun));
  });
});

const anyAnswer = fc
  .record({ fact: fc.constantFrom("source_up", "firewalls"), to: fc.constantFrom<Answer>("yes", "no", "unknown") })
  .map(({ fact, to }) => answerFact(fact, to));

/** After every third move somebody answers. */
function answeredOften({ procedure, chances }: AnyRun, answers: readonly Move[]): Play {
  let at = startedRun(procedure, { facts: { firewalls: "unknown", source_up: "unknown" } });
  const attempted = (move: Move, actor: Actor) => {
    const decision = ask(at, move, actor);
    if (decision.ok) at = { procedure, run: decision.run, log: [...at.log, ...decision.events] };
  };
  chances.forEach((chance, i) => {
    const { move, actor } = chosen(at, chance);
    // What was skipped, does not apply and is reopened is told to be waited for since then.
    if (move.type !== "step.reopen") attempted(move, actor);
    const answer = answers[i / 3];
    if (answer) attempted(answer, whoWould(at, answer));
  });
  return at;
}

test("In any run, an answer has been waited for since the event that left nothing else to wait for", () => {
  let told = 0;
  fc.assert(
    fc.property(anyRun, fc.array(anyAnswer, { minLength: 15 }), (any, answers) => {
      const { procedure, log } = answeredOften(any, answers);
      let run: Run | null = null;
      let held: ReadonlyMap<string, string> = new Map();
      for (const logged of log) {
        run = evolve(run, logged);
        const now = unanswered(procedure, run);
        held = new Map([...now.keys()].map((number) => [number, held.get(number) ?? logged.at]));
        expect(now).toEqual(held);
        if (logged.event.type === "fact.answered" && held.size > 0) told += 1;
      }
    }),
  );
  expect(told).toBeGreaterThan(50);
});
