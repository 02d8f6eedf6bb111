import { describe, expect, it } from "vitest";
import { lackingDeciders } from "#lib/domain/run/lacking-deciders.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { approve, request, skip } from "#lib/domain/testing/moves.ts";
import { anna, chie, draftRun, olga, paul, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

const everybody = [chie, olga, { ...paul, groups: ["board"] }, anna];
const boards: StepDraft = { gate: { kind: "approval", by: { group: "board" }, quorum: 2 } };
const lacks = (step: StepDraft, people = everybody) => lackingDeciders(procedureOf(step), null, people);

describe("a decision", () => {
  it.each<[string, StepDraft, { there: number; asked: number }[]]>([
    ["that one of the group takes", { gate: { kind: "approval", by: { group: "board" } } }, []],
    ["that two of a group of one take", boards, [{ there: 1, asked: 2 }]],
    ["of a group nobody is in", { gate: { kind: "hold", by: { group: "nobody" } } }, [{ there: 0, asked: 1 }]],
    ["of an approver, by the kind of its step", { kind: "approval" }, []],
    ["of more approvers than there are", { gate: { kind: "approval", quorum: 3 } }, [{ there: 1, asked: 3 }]],
    ["that the commander takes", { gate: { kind: "hold" } }, []],
    ["of positions, before there is a run", { gate: { kind: "poll", of: ["lead"] } }, []],
    ["that is none", {}, []],
  ])("%s: who is lacking", (_, step, expected) => {
    expect(lacks(step)).toMatchObject(expected);
    expect(lacks(step)).toHaveLength(expected.length);
  });

  it("is not asked of a token, however many its person may", () => {
    const token = { id: paul.id, name: "nightly", may: [] };
    expect(lacks({ kind: "approval" }, [{ ...paul, token }])).toMatchObject([{ there: 0, asked: 1 }]);
  });

  it("in a run is asked of whoever fills its position", () => {
    const procedure = procedureOf({ gate: { kind: "poll", of: ["lead"] } });
    const lackingIn = (positions: Run["positions"]) =>
      lackingDeciders(procedure, { ...draftRun(procedure).run, positions }, everybody);
    expect(lackingIn({})).toMatchObject([{ by: { position: "lead" }, there: 0 }]);
    expect(lackingIn({ lead: { person: { id: olga.id, name: "Olga" } } })).toEqual([]);
  });

  it("is lacking nobody any more once it is taken, left out, or its step is not done", () => {
    const procedure = procedureOf({ ...boards, condition: when("source_up", "yes") });
    const lackingOf = (at: ReturnType<typeof startedRun>) => lackingDeciders(at.procedure, at.run, everybody).length;
    const begun = startedRun(procedure, { facts: { source_up: "yes" } });
    expect(lackingOf(begun)).toBe(1);
    expect(lackingOf(startedRun(procedure, { facts: { source_up: "no" } }))).toBe(0);
    expect(lackingOf({ ...begun, run: { ...begun.run, withoutGates: ["1"] } })).toBe(0);
    expect(lackingOf(play(begun, skip("1")))).toBe(0);
    const one = startedRun(procedureOf({ gate: { kind: "approval", quorum: 1 } }));
    expect(lackingDeciders(one.procedure, one.run, [chie])).toHaveLength(1);
    const approved = play(one, request("1"), approve("1"));
    expect(lackingDeciders(one.procedure, approved.run, [chie])).toEqual([]);
  });
});
