import { describe, expect, it, test } from "vitest";
import { gathered } from "#lib/domain/notify/gathered.ts";
import { noticesOf } from "#lib/domain/notify/notices.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import { byHand, complete, fill, pause, resume, start } from "#lib/domain/testing/moves.ts";
import { olga, type Play, paul, play, startedRun } from "#lib/domain/testing/play.ts";
import { gated, procedureDraft, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";
import { people } from "#lib/domain/testing/tells.ts";

function noticesFor(id: string, before: Play, now: Play) {
  const { notices } = noticesOf({ procedure: now.procedure, people }, before.run, now.log.slice(before.log.length));
  return notices.filter(({ to }) => to === "everyone" || to.includes(id));
}

/** What one person is told of all that happened after `before`, as one message. */
function toldTo(id: string, before: Play, now: Play) {
  const [first, ...rest] = noticesFor(id, before, now);
  return first && gathered(first, ...rest);
}

const unlocked = (...more: StepDraft[]) => procedureOf({}, ...more.map((step) => ({ dependsOn: ["1"], ...step })));

/** Where step 1 is done and those after it become ready. */
const done = (procedure: Procedure): [Play, Play] => {
  const at = play(startedRun(procedure), start("1"));
  return [at, play(at, complete("1"))];
};

test.each<[string, StepDraft[], subject: string, lines: string[]]>([
  ["one step is told as it always is", [{}], "LIVE R-0042, step 2: ready to be started", ["Step 2: Step 2"]],
  [
    "two are named",
    [{}, { title: "Move the data" }],
    "LIVE R-0042, steps 2 and 3: ready to be started",
    ["Step 2: Step 2", "Step 3: Move the data"],
  ],
  [
    "four are named",
    [{}, {}, {}, {}],
    "LIVE R-0042, steps 2, 3, 4 and 5: ready to be started",
    ["2", "3", "4", "5"].map((number) => `Step ${number}: Step ${number}`),
  ],
  [
    "of more the first are named, and all are listed",
    [{}, {}, {}, {}, {}, {}],
    "LIVE R-0042, steps 2, 3, 4 and 3 more: ready to be started",
    ["2", "3", "4", "5", "6", "7"].map((number) => `Step ${number}: Step ${number}`),
  ],
])("Of the steps that become ready together, %s", (_, steps, subject, lines) => {
  const message = toldTo(olga.id, ...done(unlocked(...steps)));
  expect(message).toMatchObject({ type: "step_ready", subject, lines: [...lines, "An example"] });
});

test("Steps are named in their order, whichever of them was told of first", () => {
  const [second, third] = noticesFor(olga.id, ...done(unlocked({}, {})));
  expect(second && third && gathered(third, second).subject).toBe("LIVE R-0042, steps 2 and 3: ready to be started");
});

describe("Told at once", () => {
  it("leads to the run, where it is about several steps", () => {
    expect(toldTo(olga.id, ...done(unlocked({}, {})))?.path).toBe("/runs/R-0042");
    expect(toldTo(olga.id, ...done(unlocked({})))?.path).toBe("/runs/R-0042#step-2");
  });

  it("what is asked otherwise stands with its own words, each with its step", () => {
    expect(toldTo(olga.id, ...done(unlocked({}, gated.poll)))).toMatchObject({
      type: "several",
      subject: "LIVE R-0042, step 2: ready to be started, and 1 more",
      lines: ["Step 2: Step 2 (ready to be started)", "Step 3: Step 3 (go or no go, your vote)", "An example"],
    });
  });

  it("what happened twice is listed twice, in its order", () => {
    const at = startedRun(procedureOf({}));
    expect(toldTo(paul.id, at, play(at, pause, resume, pause))).toMatchObject({
      type: "run_changed",
      subject: "LIVE R-0042: paused by Chie, and 2 more",
      lines: [
        "LIVE R-0042: paused by Chie",
        "LIVE R-0042: goes on, resumed by Chie",
        "LIVE R-0042: paused by Chie",
        "An example",
      ],
    });
  });

  it("who is asked twice for the same in two positions reads it once", () => {
    const positions = ["lead", "network"].map((key) => ({ key, title: key }));
    const poll = procedureDraft([{}, { gate: { kind: "poll", of: ["lead", "network"] } }], { positions });
    const at = play(startedRun(Procedure.parse(poll)), fill({ person: olga }, "network"), start("1"));
    expect(toldTo(olga.id, at, play(at, complete("1")))).toMatchObject({
      type: "decision_asked",
      subject: "LIVE R-0042, step 2: go or no go, your vote",
    });
  });

  it("a run that is over tells nothing of its steps", () => {
    const at = startedRun(procedureOf({}));
    expect(toldTo(olga.id, at, play(at, ...byHand("1")))?.subject).toBe("LIVE R-0042: completed");
  });
});
