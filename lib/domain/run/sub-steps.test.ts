import { describe, expect, test } from "vitest";
import { SubStepNumber } from "#lib/domain/procedure.ts";
import { Command } from "#lib/domain/run/command.ts";
import {
  addSubStep,
  answerFact,
  approve,
  begin,
  complete,
  exit,
  finish,
  reject,
  release,
  reopen,
  start,
  tick,
  untick,
} from "#lib/domain/testing/moves.ts";
import { answer, answerAbout, ask, olga, play, playBy, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

const lines: StepDraft = {
  subSteps: [
    { number: "1.1", title: "Always" },
    { number: "1.2", title: "With firewalls", condition: when("firewalls", "yes") },
  ],
};
const offered = (kind: "manual" | "approval" | "hold_point", firewalls: "yes" | "no" | "unknown" = "no") =>
  startedRun(procedureOf({ ...lines, kind }, {}), { facts: { firewalls } });
const begun = (firewalls?: "yes" | "no" | "unknown") => play(offered("manual", firewalls), start("1"));

describe("Completing a step", () => {
  test.each<["yes" | "no" | "unknown", string[], string[]]>([
    ["yes", ["1.1", "1.2"], []],
    ["no", ["1.1"], []],
    ["unknown", ["1.1", "1.2"], ["firewalls included"]],
  ])("waits for the sub-steps that apply or may apply (firewalls: %s)", (firewalls, open, facts) => {
    expect(ask(begun(firewalls), complete("1"))).toEqual({
      ok: false,
      rejection: { code: "sub_steps_open", step: "1", open, facts },
    });
  });

  test("asks for no answer about a line that was ticked without it", () => {
    expect(ask(play(begun("unknown"), tick("1.2")), complete("1"))).toMatchObject({
      rejection: { open: ["1.1"], facts: [] },
    });
  });

  test("is accepted when all that apply are ticked", () => {
    expect(answerAbout("1", ask(play(begun(), tick("1.1")), complete("1")))).toBe("step.completed");
  });

  test("waits for a sub-step that a new answer makes applicable", () => {
    const ticked = play(begun(), tick("1.1"), answerFact("firewalls", "yes"));
    expect(answer(ask(ticked, complete("1")))).toBe("sub_steps_open");
  });

  test("waits for a sub-step added during the run", () => {
    const added = play(begun(), tick("1.1"), addSubStep("1"));
    expect(ask(added, complete("1"))).toMatchObject({ rejection: { open: ["1.3"] } });
  });

  test("waits again for a sub-step whose tick was taken back", () => {
    expect(answer(ask(play(begun(), tick("1.1"), untick("1.1")), complete("1")))).toBe("sub_steps_open");
  });
});

describe("A step that is reopened", () => {
  const chain = procedureOf({ ...automated, subSteps: [{ number: "1.1", title: "Restart the manager" }] }, {});
  const tried = (attempt: number) => [start("1"), begin("1", attempt), finish("1", exit(0), attempt)];

  test("has its lines done again: a command does not complete it past those of before", () => {
    const done = play(startedRun(chain), ...tried(1), tick("1.1"), complete("1"), reopen("1"));
    expect(stepOf(done, "1").ticks).toEqual({});
    expect(stepOf(play(done, ...tried(2)), "1").status).toBe("awaiting_confirmation");
  });
});

describe("A decision about a step with sub-steps", () => {
  test.each([
    ["approval", approve("1")],
    ["hold_point", release("1")],
  ] as const)("passes an %s only when they are ticked", (kind, decision) => {
    expect(answer(ask(offered(kind), decision))).toBe("sub_steps_open");
    expect(stepOf(play(offered(kind), tick("1.1"), decision), "1").status).toBe("completed");
  });

  test("may reject it before that", () => {
    expect(stepOf(play(offered("approval"), reject("1")), "1").status).toBe("rejected");
  });
});

describe("A tick", () => {
  test("keeps who and when", () => {
    const ticked = playBy(begun(), olga, tick("1.1"));
    expect(stepOf(ticked, "1").ticks["1.1"]).toEqual({ by: { id: olga.id, name: "Olga" }, at: ticked.log.at(-1)?.at });
  });

  test("is refused to the second who presses, with who was first", () => {
    expect(ask(playBy(begun(), olga, tick("1.1")), tick("1.1"))).toMatchObject({
      rejection: { code: "sub_step_already_ticked", subStep: "1.1", by: { name: "Olga" } },
    });
  });

  test("is taken back by an untick, once", () => {
    const unticked = play(begun(), tick("1.1"), untick("1.1"));
    expect(stepOf(unticked, "1").ticks).toEqual({});
    expect(answer(ask(unticked, untick("1.1")))).toBe("sub_step_not_ticked");
  });

  test("is refused for a sub-step that is not there", () => {
    expect(answer(ask(begun(), tick("1.9")))).toBe("sub_step_not_found");
    expect(answer(ask(begun(), untick("1.9")))).toBe("sub_step_not_found");
  });
});

describe("An added sub-step", () => {
  test("gets the next number of its step", () => {
    const added = play(begun(), addSubStep("1", "tenant A"), addSubStep("1", "tenant B"));
    expect(stepOf(added, "1").added.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "1.3 tenant A",
      "1.4 tenant B",
    ]);
    expect(answer(ask(added, tick("1.4")))).toBe("sub_step.ticked");
  });

  test("is the first of a step that had none", () => {
    expect(stepOf(play(startedRun(procedureOf({})), addSubStep("1")), "1").added[0]?.number).toBe("1.1");
  });

  test("is refused to a step that has two hundred", () => {
    const most = Array.from({ length: 198 }, () => addSubStep("1"));
    const full = play(begun(), ...most);
    expect(ask(full, addSubStep("1"))).toEqual({
      ok: false,
      rejection: { code: "sub_steps_too_many", step: "1", most: 200 },
    });
  });

  test("can be ticked whatever number it got", () => {
    const last = { subSteps: [{ number: "1.999", title: "The last a document may have" }] };
    const added = play(startedRun(procedureOf(last)), start("1"), addSubStep("1"));
    const number = stepOf(added, "1").added[0]?.number ?? "";
    expect(SubStepNumber.safeParse(number).success).toBe(false);
    expect(answer(ask(added, Command.parse(tick(number))))).toBe("sub_step.ticked");
  });
});
