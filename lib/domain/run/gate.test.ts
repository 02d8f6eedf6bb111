import { describe, expect, test } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { checkProcedure } from "#lib/domain/procedure-check.ts";
import { exceptions } from "#lib/domain/run/outcome.ts";
import {
  approve,
  automate,
  breakGlass,
  complete,
  decidePoll,
  fail,
  lapse,
  type Move,
  reject,
  release,
  request,
  retry,
  skip,
  start,
  vote,
} from "#lib/domain/testing/moves.ts";
import {
  adam,
  chie,
  olga,
  type Play,
  paul,
  person,
  play,
  playBy,
  startedRun,
  statuses,
  stepOf,
  told,
  worker,
} from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

const pia = person("approver", "Pia", 6);
const bea: Person = { ...person("operator", "Bea", 7), groups: ["change board"] };

type Row = [rule: string, actor: Person, move: Move, result: string];

function table(rows: Row[], at: () => Play) {
  test.each(rows)("%s", (_rule, actor, move, result) => expect(told(at(), actor, move)).toBe(result));
}

describe("An approval asked for by Olga, quorum 2", () => {
  const step: StepDraft = { gate: { kind: "approval", quorum: 2 } };
  const asked = playBy(startedRun(procedureOf(step, {})), olga, request("1"));
  const once = playBy(asked, paul, approve("1"));
  const open = playBy(once, pia, approve("1"));

  table(
    [
      ["is not given by an operator", olga, approve("1"), "gate_not_asked"],
      ["is not given by the commander", chie, approve("1"), "gate_not_asked"],
      ["is given by an approver, which alone opens nothing", paul, approve("1"), "gate.voted"],
      ["is ended by one no", paul, reject("1"), "gate.voted, step.rejected"],
      ["keeps the step from being started", olga, start("1"), "step_in_other_state"],
      ["is not asked for twice", chie, request("1"), "step_in_other_state"],
      ["may be skipped with its step", chie, skip("1"), "step.skipped, step.readied"],
    ],
    () => asked,
  );

  table(
    [
      ["does not count one approver twice", paul, approve("1"), "gate_voted_already"],
      ["does not let an approver turn round", paul, reject("1"), "gate_voted_already"],
      ["opens with the second", pia, approve("1"), "gate.voted, gate.opened"],
    ],
    () => once,
  );

  table(
    [
      ["lets the step start", olga, start("1"), "step.started"],
      ["does not let it start otherwise than asked", olga, start("1", { role: "source" }), "role_not_of_step"],
      ["is not given twice", pia, approve("1"), "step_in_other_state"],
    ],
    () => open,
  );

  test("excludes who asked, also when they may approve, and who approved from starting", () => {
    const byAdam = playBy(startedRun(procedureOf(gated.approval, {})), adam, request("1"));
    expect(told(byAdam, adam, approve("1"))).toBe("gate_own_request");
    const byOlga = playBy(startedRun(procedureOf(gated.approval, {})), olga, request("1"));
    expect(told(playBy(byOlga, adam, approve("1")), adam, start("1"))).toBe("approver_may_not_start");
  });

  test("rejected stops this gate and not the run, and is asked again by whoever wants it", () => {
    const no = playBy(asked, paul, reject("1"));
    expect([no.run.status, statuses(no)]).toEqual(["in_progress", "rejected, not_started"]);
    const again = play(no, retry("1"));
    expect([statuses(again), stepOf(again, "1").gate]).toEqual(["ready, not_started", undefined]);
    expect(told(again, olga, start("1"))).toBe("gate_shut");
  });
});

describe("Who decides is", () => {
  const by = (deciders: object) =>
    playBy(startedRun(procedureOf({ gate: { kind: "approval", by: deciders } } as StepDraft, {})), chie, request("1"));
  test.each<[string, object, Person, string]>([
    ["a member of the group", { group: "change board" }, bea, "gate.voted, gate.opened"],
    ["nobody outside the group", { group: "change board" }, paul, "gate_not_asked"],
    ["who fills the position", { position: "lead" }, olga, "gate.voted, gate.opened"],
    ["the deputy", { position: "lead" }, paul, "gate.voted, gate.opened"],
    ["nobody else", { position: "lead" }, pia, "gate_not_asked"],
    ["an operator, where operators are asked", { role: "operator" }, olga, "gate.voted, gate.opened"],
  ])("%s", (_, deciders, actor, result) => expect(told(by(deciders), actor, approve("1"))).toBe(result));
});

describe("An approval that lapses", () => {
  const lapsing = procedureOf({ gate: { kind: "approval", lapsesSeconds: 8 } }, {});
  const asked = play(startedRun(lapsing), request("1"));
  const waits = (at: Play, seconds: number): Play =>
    Array.from({ length: seconds }).reduce<Play>((now) => play(now, { type: "note.add", text: "waiting" }), at);

  test("is a no when nobody answered, and no answer counts any more", () => {
    expect(told(asked, worker, lapse("1"))).toBe("gate_not_lapsed");
    const late = waits(asked, 9);
    expect(told(late, paul, approve("1"))).toBe("gate_lapsed");
    expect(statuses(play(late, lapse("1")))).toBe("rejected, not_started");
  });

  test("is asked again when it was not used in time", () => {
    const late = waits(play(asked, approve("1")), 9);
    expect(told(late, chie, start("1"))).toBe("gate_shut");
    expect(stepOf(play(late, lapse("1")), "1")).toMatchObject({
      status: "ready",
      reason: expect.stringContaining("Ask again"),
    });
  });

  test("stands once the step has begun", () => {
    const late = waits(play(asked, approve("1"), start("1"), fail("1")), 9);
    expect(told(late, worker, lapse("1"))).toBe("gate_not_lapsed");
    expect(told(late, chie, retry("1"))).toBe("step.started");
  });
});

describe("A go or no-go", () => {
  const polled = startedRun(procedureOf({ gate: { kind: "poll", of: ["lead"] } }, {}));
  const gone = playBy(polled, olga, vote("1", "go"));
  const not = playBy(gone, paul, vote("1", "no_go"));

  table(
    [
      ["asks by itself", olga, request("1"), "gate_asks_by_itself"],
      ["takes the vote of who fills the position", olga, vote("1", "go"), "gate.voted"],
      ["takes no vote of anybody else", adam, vote("1", "go"), "gate_not_asked"],
      ["is decided by nobody but the commander", adam, decidePoll("1", "go", "I say so"), "not_commander"],
      ["is decided with a reason where a vote is missing", chie, decidePoll("1", "go"), "poll_reason_required"],
      ["may be decided against the votes, with a reason", chie, decidePoll("1", "go", "now or never"), "gate.opened"],
      ["is no approval", paul, approve("1"), "step_in_other_state"],
    ],
    () => polled,
  );
  table(
    [
      ["needs no reason when all said go", chie, decidePoll("1", "go"), "gate.opened"],
      ["needs one for no go", chie, decidePoll("1", "no_go"), "poll_reason_required"],
    ],
    () => gone,
  );
  table(
    [
      ["counts a position once: the last vote", chie, decidePoll("1", "go"), "poll_reason_required"],
      ["stops at no go until it is asked again", chie, decidePoll("1", "no_go", "too early"), "step.rejected"],
    ],
    () => not,
  );

  test("keeps one vote for each position on the board, and all of them in the log", () => {
    expect(stepOf(not, "1").gate?.votes.map(({ vote: said, by }) => [said, by.name])).toEqual([["no_go", "Paul"]]);
    expect(not.log.filter(({ event }) => event.type === "gate.voted")).toHaveLength(2);
  });
});

describe("A hold", () => {
  const held = startedRun(procedureOf({ gate: { kind: "hold", by: { position: "lead" } } }, {}));
  table(
    [
      ["is released by who fills the position", olga, release("1"), "gate.opened"],
      ["not by the commander, who is not asked", chie, release("1"), "gate_not_asked"],
      ["but by break-glass", chie, breakGlass("1"), "gate.broken"],
    ],
    () => held,
  );
  test("without a position is released by the commander alone", () => {
    const own = startedRun(procedureOf(gated.hold, {}));
    expect(told(own, adam, release("1"))).toBe("not_commander");
    expect(told(own, chie, release("1"))).toBe("gate.opened");
  });
});

describe("Break-glass", () => {
  const asked = play(startedRun(procedureOf(gated.approval, {})), request("1"));
  table(
    [
      ["is the commander's", adam, breakGlass("1"), "not_commander"],
      ["asks for the number of the run", chie, breakGlass("1", "R-0041"), "break_confirmation_required"],
      ["is only where a gate is", chie, breakGlass("2"), "no_gate"],
    ],
    () => asked,
  );
  test("opens the gate, and the run ends with an exception that names it", () => {
    const over = play(asked, breakGlass("1"), start("1"), complete("1"), start("2"), complete("2"));
    expect(over.run.status).toBe("completed_with_exceptions");
    expect(exceptions(over.procedure, over.run)).toMatchObject([
      { step: "1", kind: "gate_broken", by: "Chie", reason: "nobody answers" },
    ]);
  });
  test("of a step that is only decided overrides it", () => {
    const broken = play(startedRun(procedureOf({ kind: "approval" }, {})), breakGlass("1"));
    expect(statuses(broken)).toBe("overridden, ready");
    expect(exceptions(broken.procedure, broken.run).map(({ kind }) => kind)).toEqual(["gate_broken"]);
  });
});

test("Nothing starts by itself that has a gate, also when it is open", () => {
  const at = play(startedRun(procedureOf({ ...automated, ...gated.poll }, {})), automate(true));
  expect(told(at, chie, decidePoll("1", "go", "all told"))).toBe("gate.opened");
});

describe("A document's gate", () => {
  test.each<[string, StepDraft, string]>([
    ["of a step that is only approved", { kind: "approval", gate: { kind: "hold" } }, "gate.kind"],
    ["of a hold point", { kind: "hold_point", gate: { kind: "approval" } }, "gate.kind"],
    ["that asks a position that is none", { gate: { kind: "poll", of: ["moon"] } }, "gate.of.0"],
    ["that asks a position twice", { gate: { kind: "poll", of: ["lead", "lead"] } }, "gate.of.1"],
    ["released by a position that is none", { gate: { kind: "hold", by: { position: "moon" } } }, "gate.by.position"],
    [
      "that may be left out where nothing else is",
      { kind: "approval", gate: { kind: "approval", suggested: true } },
      "gate.suggested",
    ],
  ])("%s is refused at its field", (_, step, field) => {
    expect(checkProcedure(procedureOf(step)).map(({ path }) => path.slice(4).join("."))).toEqual([field]);
  });
});
