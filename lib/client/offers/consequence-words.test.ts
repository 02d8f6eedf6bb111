import { describe, expect, it } from "vitest";
import { consequenceWords } from "#lib/client/offers/consequence-words.ts";
import { endedSoFar } from "#lib/client/offers/ended-so-far.ts";
import { byHand, exit, finish, offerCommand, start, vote } from "#lib/domain/testing/moves.ts";
import { adam, begun, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf } from "#lib/domain/testing/procedures.ts";

describe("what follows", () => {
  const poll = startedRun(procedureOf(gated.poll));
  const go = { type: "gate.vote", step: "1", position: "lead", vote: "go", reason: "…" } as const;

  it("of a vote names the one whose place it takes, and none where there was none", () => {
    expect(consequenceWords(go, poll.run)).toBe(
      "Everybody sees your vote and your reason. The commander decides on the result.",
    );
    expect(consequenceWords(go, play(poll, vote("1", "no_go")).run)).toBe(
      "Everybody sees your vote and your reason. It takes the place of “no go” by Olga. The commander decides on the result.",
    );
  });

  it("of declining to command says who goes on", () => {
    const { run } = play(startedRun(procedureOf({})), offerCommand(adam));
    expect(consequenceWords({ type: "command.decline", reason: "…" }, run)).toBe(
      "Chie stays commander. Everybody sees that you declined, and why.",
    );
  });

  it("of an assignment says that it keeps nobody out", () => {
    const assign = { type: "step.assign", step: "1", to: null } as const;
    expect(consequenceWords(assign, poll.run)).toBe("Says whose the step is. Others may still act.");
  });

  it("of an end says as what the run ends, and that there is no way on from either", () => {
    const { run } = poll;
    expect(consequenceWords({ type: "run.abort", reason: "…" }, run)).toMatch(/as aborted and cannot be resumed/);
    expect(consequenceWords({ type: "run.fail", reason: "…" }, run)).toMatch(/as failed and cannot be resumed/);
  });
});

describe("how far a run has come that is about to be ended", () => {
  const free = { dependsOn: [] };
  const machine = { ...automated, ...free };
  const at = startedRun(procedureOf(free, machine, free, machine, {}));
  const many = play(begun(play(at, ...byHand("1"), start("2"), start("3"), start("4")), "4"), finish("4", exit(1), 1));

  it.each<[string, Play, string]>([
    ["has not begun", at, "0 of 5 settled, no command running, 5 not begun"],
    ["is in the middle", many, "1 of 5 settled, 1 command running, 1 done by hand now, 1 in trouble, 1 not begun"],
  ])("%s", (_, { procedure, run }, expected) => {
    expect(endedSoFar(procedure, run)).toBe(expected);
  });
});
