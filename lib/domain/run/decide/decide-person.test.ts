import { describe, expect, it, test } from "vitest";
import { askings } from "#lib/domain/notify/askings.ts";
import { isCommanded, nameIn } from "#lib/domain/run/able.ts";
import { askedNow } from "#lib/domain/run/asked-of.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import { concerns } from "#lib/domain/run/concerns.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { sentence } from "#lib/domain/run/rejection/rejection.ts";
import {
  acceptCommand,
  askHelp,
  assign,
  becomes,
  complete,
  decidePoll,
  fail,
  fill,
  here,
  type Move,
  offerCommand,
  pause,
  start,
  take,
} from "#lib/domain/testing/moves.ts";
import {
  adam,
  anna,
  answer,
  ask,
  chie,
  draftRun,
  olga,
  type Play,
  paul,
  play,
  playBy,
  startedRun,
} from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const two = procedureOf({ position: "lead" }, { dependsOn: [] });
const going = startedRun(two);

const waiting = ({ procedure, run }: Play) =>
  digest(procedure, run).waiting.map(
    ({ step, need, who }) => `${step} ${need}: ${typeof who === "string" ? who : Object.values(who).join()}`,
  );

describe("what became of somebody is told", () => {
  test.each<[string, Play, Move, string]>([
    ["where they fill a position", going, becomes(olga, null), "person.changed"],
    ["where they stand in", going, becomes(paul, null), "person.changed"],
    ["where they command", going, becomes(chie, "auditor"), "person.changed"],
    ["where a step is theirs", play(going, assign("2", adam)), becomes(adam, null), "person.changed"],
    ["in a draft", draftRun(two), becomes(chie, null), "person.changed"],
    ["once", play(going, becomes(olga, null)), becomes(olga, null), "person_unchanged"],
    ["when they come back", play(going, becomes(olga, null)), becomes(olga, "operator"), "person.changed"],
    [
      "also once nothing names them any more",
      play(going, becomes(olga, null), fill({ person: adam })),
      becomes(olga, "operator"),
      "person.changed",
    ],
    ["not where nothing names them", going, becomes(anna, null), "person_unchanged"],
    ["not once the run is over", play(going, { type: "run.abort", reason: "enough" }), becomes(olga, null), "run_over"],
    [
      "with the end of an offer that nobody could answer",
      play(going, offerCommand(adam)),
      becomes(adam, "operator"),
      "person.changed, command.withdrawn",
    ],
    [
      "and an offer they can still answer stays",
      play(going, offerCommand(adam)),
      becomes(adam, "commander"),
      "person.changed",
    ],
  ])("%s", (_where, at, move, result) => expect(answer(ask(at, move))).toBe(result));

  it("by who manages people, and by nobody else", () => {
    expect(answer(ask(going, becomes(olga, null), chie))).toBe("not_permitted");
    expect(answer(ask(going, becomes(olga, null), { kind: "worker", id: "w", name: "w" }))).toBe("not_permitted");
    expect(answer(ask(going, becomes(olga, null), { kind: "system", name: "account changes" }))).toBe("person.changed");
  });
});

describe("whoever cannot act any more is not waited for", () => {
  it("at a step of their position, while somebody stands in who can", () => {
    const both = play(going, fill({ person: olga, deputy: adam }));
    expect(waiting(both)).toEqual(["1 start: lead", "2 start: operator"]);
    expect(waiting(play(both, becomes(olga, null)))).toEqual(["1 start: lead", "2 start: operator"]);
    expect(waiting(play(both, becomes(olga, null), becomes(adam, null)))).toEqual([
      "1 start: operator",
      "2 start: operator",
    ]);
  });

  it("at a step of their own, nor where they work on one by hand", () => {
    const own = play(going, assign("2", olga));
    expect(waiting(own)).not.toContain("2 start: operator");
    expect(waiting(play(own, becomes(olga, "auditor")))).toContain("2 start: operator");
    const begun = playBy(own, olga, start("2"));
    expect(waiting(begun)).toEqual(["1 start: lead"]);
    const left = play(begun, becomes(olga, null));
    expect(waiting(left)).toEqual(["2 take_over: operator", "1 start: lead"]);
    expect(waiting(play(begun, askHelp("2"), becomes(olga, null))).toSorted()).toEqual([
      "1 start: lead",
      "2 help: commander",
      "2 take_over: operator",
    ]);
    expect(waiting(play(left, complete("2")))).toEqual(["1 start: lead"]);
  });

  it("in the roll call, nor reminded", () => {
    const left = play(going, becomes(olga, null));
    expect(roll(two, going.run).map(({ name }) => name)).toEqual(["Olga", "Paul"]);
    expect(roll(two, left.run).map(({ name }) => name)).toEqual(["Paul"]);
    expect(answer(ask(left, here, olga))).toBe("not_on_roll");
    const heard = [olga, paul].map((person) => ({ person, hears: true, drills: true }));
    expect(askedNow(left, heard, undefined).map(({ person }) => person.name)).toEqual(["Paul"]);
  });

  it("until they come back", () => {
    expect(waiting(play(going, becomes(olga, null), becomes(paul, null), becomes(olga, "operator")))).toEqual(
      waiting(going),
    );
  });
});

describe("a poll of positions", () => {
  const poll = procedureOf({ gate: { kind: "poll", of: ["lead"] } });
  const asked = play(startedRun(poll), fill({ deputy: null }));

  it("waits for the commander's decision where nobody of a position is left, who is told of it", () => {
    expect(waiting(asked)).toEqual(["1 vote: lead"]);
    const left = play(asked, becomes(olga, null));
    expect(waiting(left)).toEqual(["1 go: commander"]);
    expect(askings(poll, left.run, [chie, adam]).get("1/go")?.of).toEqual([chie.id]);
    expect(answer(ask(left, decidePoll("1", "go", "Olga has left"), chie))).toContain("gate.opened");
  });
});

describe("a run whose commander cannot act any more", () => {
  const people = [chie, olga, paul, anna, adam];
  const failed = play(going, start("2"), fail("2"), askHelp("1"));
  const left = play(failed, becomes(chie, null));

  it("waits for whoever may take command, and says so to them", () => {
    expect(waiting(failed)).toEqual(["2 decide: commander", "1 help: commander", "1 start: lead"]);
    expect(waiting(left)).toEqual(["2 decide: commander", "1 help: commander", "1 start: lead"]);
    const [decide] = digest(two, left.run).waiting;
    expect(decide?.who).toEqual({ role: "commander" });
    expect(decide && people.filter((person) => concerns(decide, left.run, person)).map(({ name }) => name)).toEqual([
      "Chie",
      "Adam",
    ]);
    expect(askings(two, failed.run, people).get("command")).toBeUndefined();
    const active = people.filter((person) => person !== chie);
    expect(askings(two, left.run, active).get("command")).toMatchObject({
      kind: "command",
      words: "nobody commands it, take over as commander: Chie (deactivated)",
      of: [adam.id],
    });
    expect(nameIn(play(failed, becomes(chie, "operator")).run, chie, "run.command")).toBe("Chie (now operator)");
  });

  it("has one again once somebody takes command, or they come back", () => {
    expect(isCommanded(left.run)).toBe(false);
    expect(isCommanded(playBy(left, adam, take).run)).toBe(true);
    expect(isCommanded(play(left, becomes(chie, "administrator")).run)).toBe(true);
    const offered = playBy(play(going, offerCommand(adam)), adam, acceptCommand);
    expect(isCommanded(offered.run)).toBe(true);
  });

  it("says so to who may not do what only a commander may, but is offered command or may take it", () => {
    const refused = ask(left, pause, adam);
    expect(!refused.ok && sentence(refused.rejection)).toBe(
      "Nobody commands this run any more. Become commander first.",
    );
    const offered = ask(play(going, offerCommand(adam), becomes(chie, null)), pause, adam);
    expect(!offered.ok && offered.rejection).toMatchObject({ code: "not_commander", isOffered: true });
  });

  it("is told also while it is paused", () => {
    expect(askings(two, play(going, pause, becomes(chie, null)).run, [adam]).get("command")?.of).toEqual([adam.id]);
  });
});
