import { expect, test } from "vitest";
import { askingWhy } from "#lib/client/offers/in-its-turn.ts";
import { withSaid } from "#lib/client/offers/said.ts";
import { offersAt } from "#lib/client/testing/offers-at.ts";
import { byHand } from "#lib/domain/testing/moves.ts";
import { ask, chie, instant, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const at = play(startedRun(procedureOf({}, {})), ...byHand("1"));
const offer = offersAt(at, chie).menu.find(({ command }) => command.type === "step.record");

test.each([
  ["not been said", null, undefined],
  ["been in its turn", instant(4), undefined],
  ["been before what it waits for was done", instant(3), "needed"],
] as const)("It is asked why before its turn as soon as the time has %s", (_, happenedAt, reason) => {
  expect(offer && askingWhy({ ...at, person: chie }, offer, happenedAt).asks).toEqual({
    recorded: true,
    note: true,
    ...(reason && { reason }),
  });
});

test.each([
  ["", instant(4), true],
  ["", instant(3), false],
  ["the bridge was down", instant(3), true],
])("What was said is sent as it was: %j", (reason, happenedAt, ok) => {
  const nothing = { evidence: "", person: "", deputy: "", mentions: [], url: "", values: {} };
  const said = { ...nothing, reason, happenedAt, doneBy: "Jun", note: "All stopped" };
  expect(offer && ask(at, withSaid(offer, said)).ok).toBe(ok);
});
