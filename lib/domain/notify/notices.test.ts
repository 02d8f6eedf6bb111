import { describe, expect, it } from "vitest";
import { noticesOf } from "#lib/domain/notify/notices.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import {
  abort,
  assign,
  automate,
  byHand,
  complete,
  fail,
  fill,
  offerCommand,
  pause,
  remind,
  request,
  retry,
  start,
  vote,
  withdrawCommand,
} from "#lib/domain/testing/moves.ts";
import { adam, draftRun, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { around, automated, gated, procedureDraft, procedureOf } from "#lib/domain/testing/procedures.ts";
import { people, tells, whom } from "#lib/domain/testing/tells.ts";

describe("what several events tell together", () => {
  const all = (now: Play) =>
    noticesOf({ procedure: now.procedure, people }, null, now.log).notices.map(
      (one) => `${whom(one)} | ${one.message.subject}`,
    );

  it("a run that is created is declared, and one that is started at once is started", () => {
    const drafted = draftRun(procedureOf({}));
    expect(all(drafted)).toEqual(["everyone | LIVE R-0042: declared by Chie, not started yet"]);
    const prepared = draftRun(procedureOf({}), { undeclared: true });
    expect(all(prepared)).toEqual(["everyone | LIVE R-0042: prepared by Chie, not started yet"]);
    expect(all(startedRun(procedureOf({})))).toEqual([
      "everyone | LIVE R-0042: started by Chie",
      "Olga | LIVE R-0042, step 1: ready to be started",
    ]);
  });

  it("what is over again by the end is not told", () => {
    const at = startedRun(around({}));
    const done = play(at, ...byHand("1"), start("2"), fail("2"), retry("2"), complete("2"), start("3"), complete("3"));
    expect(tells(at, done)).toEqual(["everyone | run_changed | LIVE R-0042: completed"]);
    expect(tells(at, play(at, offerCommand(adam), withdrawCommand))).toEqual([]);
    const automatic = play(startedRun(around(automated)), automate(true));
    expect(tells(automatic, play(automatic, ...byHand("1")))).toEqual([]);
  });

  it("a reminder is told to whom it is for, as a message of its own, however often they were asked", () => {
    const at = play(startedRun(procedureOf({})), assign("1", adam));
    expect(tells(at, play(at, remind("1")))).toEqual([
      "Adam | reminder | LIVE R-0042, step 1: Chie reminds you: it still waits for you",
    ]);
    expect(tells(at, play(at, remind()))).toEqual([
      expect.stringMatching(/ \| reminder \| LIVE R-0042: Chie reminds you of the roll call: say that you are here$/),
    ]);
    expect(tells(at, play(at, remind("1"), abort))).not.toContainEqual(expect.stringContaining("reminder"));
  });

  it("a poll asks each of its positions apart, and only those that have not voted", () => {
    const positions = ["lead", "network"].map((key) => ({ key, title: key }));
    const poll = procedureDraft([{}, { gate: { kind: "poll", of: ["lead", "network"] } }], { positions });
    const at = play(startedRun(Procedure.parse(poll)), fill({ person: adam }, "network"), start("1"));
    const asked = play(at, complete("1"));
    expect(tells(at, asked)).toEqual([
      "Olga and Paul | decision_asked | LIVE R-0042, step 2: go or no go, your vote",
      "Adam | decision_asked | LIVE R-0042, step 2: go or no go, your vote",
    ]);
    expect(tells(asked, play(asked, vote("2", "go")))).toEqual([]);
  });

  it("each has a name that does not depend on how much of the log is read at once", () => {
    const at = startedRun(around(gated.approval));
    const now = play(at, ...byHand("1"), request("2"), pause);
    const together = noticesOf({ procedure: now.procedure, people }, at.run, now.log.slice(at.log.length));
    let run: Play["run"] | null = at.run;
    const apart = now.log.slice(at.log.length).flatMap((logged) => {
      const { notices, after } = noticesOf({ procedure: now.procedure, people }, run, [logged]);
      run = after;
      return notices;
    });
    expect(run).toEqual(together.after);
    expect(apart).toEqual(expect.arrayContaining(together.notices));
    expect(new Set(apart.map(({ key }) => key)).size).toBe(apart.length);
  });

  it("the first word is DRILL or LIVE, and the link leads to the step", () => {
    const drill = startedRun(procedureOf({}), { mode: "drill" });
    const { notices } = noticesOf({ procedure: drill.procedure, people }, null, drill.log);
    expect(notices.map(({ message }) => message.subject)).toEqual([
      "DRILL R-0042: started by Chie",
      "DRILL R-0042, step 1: ready to be started",
    ]);
    expect(notices[1]?.message).toMatchObject({ path: "/runs/R-0042#step-1", lines: ["Step 1: Step 1", "An example"] });
  });
});
