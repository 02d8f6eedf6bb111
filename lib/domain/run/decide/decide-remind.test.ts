import { describe, expect, test } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { decide } from "#lib/domain/run/decide/decide.ts";
import type { Heard } from "#lib/domain/run/decide/ruling.ts";
import { REMIND_AGAIN_SECONDS } from "#lib/domain/run/remind.ts";
import {
  abort,
  assign,
  fill,
  here,
  isHere,
  pause,
  remind,
  request,
  skip,
  start,
  vote,
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
import { gated, procedureOf } from "#lib/domain/testing/procedures.ts";

const two = procedureOf({}, { dependsOn: [] });
const going = startedRun(two);
const approval = play(startedRun(procedureOf(gated.approval)), request("1"));
const poll = startedRun(procedureOf(gated.poll));

/** Whom it is for, and in brackets whom no e-mail reaches; or why not. */
function reminded(at: Play, step?: string, by: Person = chie): string {
  const decision = ask(at, remind(step), by);
  if (!decision.ok) return decision.rejection.code;
  const [first] = decision.events;
  if (first?.event.type !== "people.reminded") return "";
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(" and ");
  const { to, unreached } = first.event;
  return `${names(to)}${unreached.length > 0 ? ` (${names(unreached)})` : ""}`;
}

describe("A reminder goes to those who are waited for, and to nobody else", () => {
  test.each<[string, string, string]>([
    ["whose the step is", reminded(play(going, assign("1", olga)), "1"), "Olga"],
    [
      "who fills the position of the step, and who stands in",
      reminded(play(going, assign("1", "lead")), "1"),
      "Olga and Paul (Paul)",
    ],
    ["whoever takes part and may do it, where the step is nobody's", reminded(going, "1"), "Olga"],
    ["whom the gate asks", reminded(approval, "1"), "Paul and Adam (Paul)"],
    ["the positions that have not voted", reminded(poll, "1"), "Olga and Paul (Paul)"],
    [
      "nobody once they have voted and only the commander is asked",
      reminded(playBy(poll, olga, vote("1", "go")), "1"),
      "nobody_to_remind",
    ],
    ["the commander, when somebody else presses", reminded(playBy(poll, olga, vote("1", "go")), "1", olga), "Chie"],
    ["nobody but others than who presses", reminded(play(going, assign("1", olga)), "1", olga), "nobody_to_remind"],
    ["nobody where work is going on", reminded(play(going, start("1")), "1"), "nobody_to_remind"],
    ["nobody where the step was skipped", reminded(play(going, skip("1")), "1"), "nobody_to_remind"],
    [
      "nobody who cannot start it because of a pause",
      reminded(play(going, assign("1", olga), pause), "1"),
      "nobody_to_remind",
    ],
    ["nobody in a run that is over", reminded(play(going, abort), "1"), "run_over"],
    ["nobody at a step that is none", reminded(going, "9"), "step_not_found"],
    ["nobody when an auditor asks", reminded(going, "1", anna), "not_permitted"],
    ["who has not answered the roll call", reminded(playBy(going, olga, here)), "Paul (Paul)"],
    ["the roll call also before the start", reminded(draftRun(two)), "Olga and Paul (Paul)"],
    ["nobody when all have answered", reminded(play(playBy(going, olga, here), isHere(paul))), "nobody_to_remind"],
    ["who fills a position by now", reminded(play(going, fill({ person: adam, deputy: null }))), "Adam"],
  ])("%s", (_, told, expected) => {
    expect(told).toBe(expected);
  });

  test("and says of a drill who hears only of live runs", () => {
    const drill = play(startedRun(two, { mode: "drill" }), assign("1", olga));
    const asked: Heard[] = [{ person: olga, hears: true, drills: false }];
    const decision = decide({ ...drill, actor: chie, now: drill.run.createdAt, asked }, remind("1"));
    expect(decision).toMatchObject({ events: [{ event: { to: [{ name: "Olga" }], unreached: [{ name: "Olga" }] } }] });
  });
});

describe("A reminder comes once in five minutes", () => {
  const at = play(going, assign("1", olga), assign("2", olga), remind("1"));
  const later = (seconds: number) =>
    new Date(Date.parse(at.run.reminded["1"]?.at ?? "") + seconds * 1_000).toISOString();
  const remindedAfter = (seconds: number, step?: string) =>
    answer(
      decide(
        { ...at, actor: chie, now: later(seconds), asked: [{ person: olga, hears: true, drills: true }] },
        remind(step),
      ),
    );

  test("of the same step, whoever presses", () => {
    expect(at.run.reminded["1"]).toMatchObject({ by: { name: "Chie" }, to: [{ name: "Olga" }], unreached: [] });
    expect(remindedAfter(REMIND_AGAIN_SECONDS - 1, "1")).toBe("reminded_lately");
    expect(remindedAfter(REMIND_AGAIN_SECONDS, "1")).toBe("people.reminded");
    expect(ask(at, remind("1"), adam)).toMatchObject({
      rejection: { code: "reminded_lately", by: { name: "Chie" }, againAt: later(REMIND_AGAIN_SECONDS) },
    });
  });

  test("of another step and of the roll call each apart", () => {
    expect([remindedAfter(1, "2"), remindedAfter(1)]).toEqual(["people.reminded", "people.reminded"]);
  });
});
