import { describe, expect, test } from "vitest";
import {
  answerFact,
  approve,
  breakGlass,
  enter,
  exit,
  finish,
  type Move,
  reject,
  request,
  retry,
  start,
} from "#lib/domain/testing/moves.ts";
import { begun, chie, olga, paul, play, playBy, startedRun, stepOf, told } from "#lib/domain/testing/play.ts";
import { gated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

describe("An approval is of one command", () => {
  const using: StepDraft = { action: { argv: ["/bin/copy", { output: "folder" }] }, ...gated.approval };
  const giving: StepDraft = { outputs: [{ name: "folder", label: "Folder", type: "text", optional: true }] };
  const known = play(startedRun(procedureOf(giving, { ...using, dependsOn: [] }, {})), enter("folder", "/srv/a"));
  const approved = play(known, request("2"), approve("2"));

  test("which is in the request, and starts as it was approved", () => {
    expect(stepOf(approved, "2").gate?.how?.command).toMatchObject({ argv: ["/bin/copy", "/srv/a"] });
    expect(told(approved, chie, start("2"))).toBe("step.started");
  });

  test("and void when what would be run changes, before and after it is given", () => {
    for (const before of [play(known, request("2")), approved]) {
      const changed = play(before, enter("folder", "/srv/b"));
      expect(stepOf(changed, "2")).toMatchObject({ status: "ready", reason: expect.stringContaining("has changed") });
      expect(told(changed, chie, start("2"))).toBe("gate_shut");
    }
  });

  test("a glass that was broken is agreed with nobody, and stays broken when what would be run changes", () => {
    const rejected = play(known, request("2"), reject("2"), enter("folder", "/srv/b"), breakGlass("2"));
    const asked = play(known, request("2"), breakGlass("2"), enter("folder", "/srv/b"));
    for (const broken of [rejected, asked]) {
      expect(broken.log.map(({ event }) => event.type)).not.toContain("gate.voided");
      expect(told(broken, chie, start("2"))).toBe("step.started");
    }
  });

  test("not of the other way to do it, which is asked for anew", () => {
    expect(told(approved, chie, start("2", { byHand: true }))).toBe("approval_differs");
    expect(told(approved, olga, request("2"))).toBe("gate_open_already");
    const otherwise = playBy(approved, olga, request("2", { byHand: true }));
    expect(told(otherwise, chie, start("2", { byHand: true }))).toBe("step_in_other_state");
    expect(told(play(otherwise, approve("2")), chie, start("2", { byHand: true }))).toBe("step.started");
  });

  test("which is not asked for where its site cannot run it", () => {
    const lacking = procedureOf({ action: { argv: [{ site: "nothing" }] }, ...gated.approval } as StepDraft);
    expect(told(startedRun(lacking), olga, request("1"))).toBe("command_unresolved");
    expect(told(startedRun(lacking), olga, request("1", { byHand: true }))).toBe("step.approval_requested");
    expect(told(startedRun(lacking, { mode: "drill" }), olga, request("1"))).toBe("step.approval_requested");
  });

  test("and of the asking that was read: what was asked for since is not answered unread", () => {
    const first = play(known, request("2"));
    const read = { askedAt: stepOf(first, "2").gate?.askedAt };
    const anew = play(first, reject("2"), retry("2"), request("2", { byHand: true }));
    for (const decision of [approve("2"), reject("2")]) {
      expect(told(first, paul, { ...decision, ...read } as Move)).toMatch(/^gate.voted/);
      expect(told(anew, paul, { ...decision, ...read } as Move)).toBe("gate_asked_anew");
      expect(told(anew, paul, { ...decision, askedAt: stepOf(anew, "2").gate?.askedAt } as Move)).toMatch(
        /^gate.voted/,
      );
    }
  });

  test("is void when the facts no longer ask for the step", () => {
    const conditional = procedureOf({}, { ...gated.approval, dependsOn: [], condition: when("source_up", "yes") });
    const at = play(startedRun(conditional, { facts: { source_up: "yes" } }), request("2"), approve("2"));
    const off = play(at, answerFact("source_up", "no"), answerFact("source_up", "yes"));
    expect(told(off, chie, start("2"))).toBe("gate_shut");
  });

  test("and holds for another try of the same command", () => {
    const failed = play(begun(play(approved, start("2")), "2"), finish("2", exit(1)));
    expect(told(failed, chie, retry("2"))).toBe("step.started");
  });
});
