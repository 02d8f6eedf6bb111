import { describe, expect, test } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import {
  acceptCommand,
  approve,
  askHelp,
  assign,
  complete,
  declineCommand,
  fill,
  here,
  isHere,
  type Move,
  offerCommand,
  pause,
  settleHelp,
  skip,
  start,
  take,
  withdrawCommand,
} from "#lib/domain/testing/moves.ts";
import {
  adam,
  anna,
  chie,
  draftRun,
  olga,
  type Play,
  paul,
  person,
  play,
  playBy,
  startedRun,
  stepOf,
  told,
} from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { type StateName, stepThatIs } from "#lib/domain/testing/step-states.ts";

type Row = [rule: string, actor: Person, move: Move, result: string];

const stranger = person("operator", "Nobody knows", 9);
const two = procedureOf({ position: "lead" }, { dependsOn: [] });
const going = startedRun(two);

function table(rows: Row[], at: () => Play) {
  test.each(rows)("%s", (_rule, actor, move, result) => expect(told(at(), actor, move)).toBe(result));
}

describe("A position filled by Olga, Paul standing in", () => {
  table(
    [
      ["is filled anew by the commander", chie, fill({ person: adam }), "position.filled"],
      ["loses its deputy", chie, fill({ deputy: null }), "position.filled"],
      ["changes hands inside", chie, fill({ person: paul, deputy: olga }), "position.filled"],
      ["is not filled by an operator", olga, fill({ person: adam }), "not_permitted"],
      ["is not filled by who does not command", adam, fill({ person: adam }), "not_commander"],
      ["is not filled by who is not there", chie, fill({ person: stranger }), "person_not_found"],
      ["is not filled by an auditor", chie, fill({ deputy: anna }), "person_may_not"],
      ["has no deputy who is the person", chie, fill({ person: paul }), "deputy_is_person"],
      ["is told when nothing would change", chie, fill({ person: olga, deputy: paul }), "position_unchanged"],
      ["has to be the procedure's", chie, fill({ person: adam }, "cook"), "position_not_found"],
    ],
    () => going,
  );

  test("keeps what is left out, and is filled before the start and while the run is paused too", () => {
    const lead = (at: Play) => at.run.positions.lead;
    expect(lead(play(draftRun(two), fill({ person: adam })))).toEqual({ person: whoIs(adam), deputy: whoIs(paul) });
    expect(lead(play(going, pause, fill({ deputy: null })))).toEqual({ person: whoIs(olga) });
    expect(lead(play(going, fill({ person: null, deputy: null })))).toEqual({});
  });
});

describe("A note", () => {
  const note = (...mentions: Person[]): Move => ({
    type: "note.add",
    text: "the lines are empty",
    mentions: mentions.map(({ id }) => id),
  });

  table(
    [
      ["may be meant for somebody", olga, note(paul), "note.added"],
      ["may be meant for an auditor, who reads it", olga, note(anna), "note.added"],
      ["is not meant for who is not there", olga, note(paul, stranger), "person_not_found"],
    ],
    () => going,
  );

  test("keeps whom it is meant for, each once, and says nothing of nobody", () => {
    const told = (...people: Person[]) => playBy(going, olga, note(...people)).log.at(-1)?.event;
    expect(told(paul, chie, paul)).toEqual({
      type: "note.added",
      text: "the lines are empty",
      mentions: [whoIs(paul), whoIs(chie)],
    });
    expect(told()).toEqual({ type: "note.added", text: "the lines are empty" });
  });
});

describe("The roll call", () => {
  const assigned = play(going, assign("2", adam));

  table(
    [
      ["is answered by who fills a position", olga, here, "presence.confirmed"],
      ["is answered by who stands in", paul, here, "presence.confirmed"],
      ["is answered by whose a step is", adam, here, "presence.confirmed"],
      ["does not ask others", chie, here, "not_on_roll"],
      ["is noted by the commander for who answered by radio", chie, isHere(paul), "presence.confirmed"],
      ["is noted by nobody else", olga, isHere(paul), "not_commander"],
      ["notes only who is asked", chie, isHere(stranger), "not_on_roll"],
    ],
    () => assigned,
  );

  test("says who said it, and is answered once", () => {
    const noted = play(assigned, isHere(paul));
    expect(noted.run.presence).toMatchObject({ [paul.id]: { by: whoIs(chie) } });
    expect(told(noted, paul, here)).toBe("present_already");
    expect(playBy(noted, olga, here).run.presence).toMatchObject({ [olga.id]: { by: whoIs(olga) } });
  });

  test("asks everybody once, and who comes later too", () => {
    const names = (at: Play) => roll(two, at.run).map(({ name }) => name);
    expect(names(play(assigned, assign("2", olga)))).toEqual(["Olga", "Paul"]);
    const filled = play(playBy(assigned, olga, here), fill({ person: chie }));
    expect(names(filled)).toEqual(["Chie", "Paul", "Adam"]);
    expect(filled.run.presence[chie.id]).toBeUndefined();
  });
});

describe("A step", () => {
  table(
    [
      ["is assigned to a person", chie, assign("2", olga), "step.assigned"],
      ["is assigned to a position", chie, assign("2", "lead"), "step.assigned"],
      ["is taken from what the procedure says", chie, assign("1", null), "step.assigned"],
      ["is told when it is assigned so", chie, assign("1", "lead"), "assigned_already"],
      ["is not assigned by an operator", olga, assign("2", olga), "not_permitted"],
      ["is not assigned to who may not work on it", chie, assign("2", paul), "person_may_not"],
      ["is not assigned to a position that is none", chie, assign("2", "cook"), "position_not_found"],
      ["has to be there", chie, assign("9", olga), "step_not_found"],
      ["is done by others all the same", chie, start("1"), "step.started"],
    ],
    () => going,
  );

  test("that is only decided is assigned to who may decide; one that is done, to nobody any more", () => {
    const gated = startedRun(procedureOf({ kind: "approval" }, { dependsOn: [] }));
    expect(told(gated, chie, assign("1", paul))).toBe("step.assigned");
    const done = play(gated, start("2"), complete("2"));
    expect(told(done, chie, assign("2", olga))).toBe("step_in_other_state");
  });

  test("waits for whose it is, and for any operator while nobody fills its position", () => {
    const waits = (at: Play) => digest(two, at.run).waiting.map(({ who }) => who);
    const operator = { role: "operator" };
    expect(waits(going)).toEqual([{ position: "lead" }, operator]);
    expect(waits(play(going, assign("2", olga)))).toEqual([{ position: "lead" }, { person: whoIs(olga) }]);
    expect(waits(play(going, fill({ person: null, deputy: null })))).toEqual([operator, operator]);
    expect(waits(play(going, assign("1", null)))).toEqual([operator, operator]);
  });
});

describe("Help with a step", () => {
  const asked = playBy(going, olga, askHelp("1"));

  table(
    [
      ["is not asked twice", adam, askHelp("1"), "help_asked_already"],
      ["is not settled by another operator", person("operator", "Otto", 8), settleHelp("1"), "help_of_another"],
      ["is settled by the commander", chie, settleHelp("1"), "help.settled"],
      ["is settled by who asked", olga, settleHelp("1"), "help.settled"],
      ["is not settled where it was not asked", chie, settleHelp("2"), "help_not_asked"],
      ["is not asked by an approver with a step that asks none", paul, askHelp("2"), "not_permitted"],
      ["is not settled by an approver who did not ask", paul, settleHelp("1"), "help_of_another"],
      ["is not asked about a step that is none", olga, askHelp("9"), "step_not_found"],
    ],
    () => asked,
  );

  test("is not asked before the start, nor with a step that does not apply or is done", () => {
    expect(told(draftRun(two), olga, askHelp("1"))).toBe("run_not_started");
    const away = startedRun(procedureOf({}, { cleanUp: true, dependsOn: [] }));
    expect(told(away, olga, askHelp("2"))).toBe("step_not_applicable");
    expect(told(play(going, skip("2")), olga, askHelp("2"))).toBe("step_in_other_state");
  });

  const otto = person("operator", "Otto", 8);
  const decided: [state: StateName, actor: Person, result: string][] = [
    ["awaiting approval", paul, "help.asked"],
    ["awaiting approval to start", paul, "help.asked"],
    ["ready, its approval not asked for", paul, "not_permitted"],
    ["ready, approved", paul, "not_permitted"],
    ["held at a hold point", paul, "not_permitted"],
    ["at a go or no-go", paul, "help.asked"],
    ["at a go or no-go", person("approver", "Pia", 7), "not_permitted"],
    ["awaiting approval", anna, "not_permitted"],
    ["at a go or no-go", otto, "help.asked"],
  ];
  test.each(decided)("that is %s: asked by $name gives %s", (state, actor, result) => {
    expect(told(stepThatIs(state), actor, askHelp("2"))).toBe(result);
  });

  test("is settled by the approver who asked, and ends with the decision", () => {
    const at = playBy(stepThatIs("awaiting approval"), paul, askHelp("2"));
    expect(told(at, paul, settleHelp("2"))).toBe("help.settled");
    expect(stepOf(playBy(at, paul, approve("2")), "2").help).toBeUndefined();
  });

  test("waits for the commander until it is settled or the step is done", () => {
    const needs = (at: Play) => digest(two, at.run).waiting.filter(({ need }) => need === "help");
    expect(needs(asked)).toEqual([{ step: "1", need: "help", who: "commander", since: stepOf(asked, "1").help?.at }]);
    expect(needs(play(asked, settleHelp("1")))).toEqual([]);
    expect(needs(play(asked, start("1")))).toHaveLength(1);
    expect(stepOf(play(asked, start("1"), complete("1")), "1").help).toBeUndefined();
  });
});

describe("Command", () => {
  const offered = play(going, offerCommand(adam));

  table(
    [
      ["is not offered to who has it", chie, offerCommand(chie), "already_commander"],
      ["is not offered to an operator", chie, offerCommand(olga), "person_may_not"],
      ["is not offered to who is not there", chie, offerCommand(stranger), "person_not_found"],
      ["is not offered by who has it not", adam, offerCommand(adam), "not_commander"],
      ["is not accepted where it is not offered", adam, acceptCommand, "command_not_offered"],
      ["is not taken back where it is not offered", chie, withdrawCommand, "command_not_offered"],
    ],
    () => going,
  );

  table(
    [
      ["stays with the giver, who goes on", chie, pause, "run.paused"],
      ["is not yet the receiver's", adam, pause, "not_commander"],
      ["is offered to one at a time", chie, offerCommand(adam), "command_offered_already"],
      ["is accepted by the receiver", adam, acceptCommand, "command.accepted"],
      ["is declined by the receiver", adam, declineCommand, "command.declined"],
      ["is accepted by nobody else", person("commander", "Carl", 8), acceptCommand, "command_offered_to_another"],
      ["is not accepted by the giver", chie, acceptCommand, "command_offered_to_another"],
      ["is taken back by the giver", chie, withdrawCommand, "command.withdrawn"],
      ["is not taken back by the receiver", adam, withdrawCommand, "not_commander"],
      ["may be taken meanwhile", person("commander", "Carl", 8), take, "command.taken"],
    ],
    () => offered,
  );

  test("moves with the acceptance alone, and nothing is left of the offer", () => {
    expect(offered.run.commander).toEqual(whoIs(chie));
    expect(play(offered, declineCommand).run).toMatchObject({ commander: whoIs(chie) });
    const accepted = play(offered, acceptCommand).run;
    expect(accepted.commander).toEqual(whoIs(adam));
    for (const { run } of [play(offered, acceptCommand), play(offered, declineCommand), play(offered, withdrawCommand)])
      expect(run.commandOffer).toBeUndefined();
  });

  test("that is taken is remembered with its reason, and ends the offer", () => {
    const { run } = playBy(offered, adam, take);
    expect(run.takenCommands).toMatchObject([{ from: whoIs(chie), to: whoIs(adam), reason: "nobody answers" }]);
    expect(run.commandOffer).toBeUndefined();
  });

  test("is offered to nobody any more when the run is over", () => {
    const over = playBy(offered, chie, { type: "run.abort", reason: "the source came back" });
    expect(over.run.commandOffer).toBeUndefined();
    expect(told(over, adam, acceptCommand)).toBe("run_over");
  });
});
