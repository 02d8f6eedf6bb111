import { expect, test } from "vitest";
import { commandAnswers, rollCallAnswer } from "#lib/client/offers/asked-offers.ts";
import { runOffers } from "#lib/client/offers/run-offers.ts";
import { offersAt } from "#lib/client/testing/offers-at.ts";
import type { Person } from "#lib/domain/actor.ts";
import { adam, anna, chie, olga, type Play, paul } from "#lib/domain/testing/play.ts";
import { holds } from "#lib/domain/testing/random-runs.ts";

const offered = (at: Play, person: Person) => {
  const { primary, menu } = runOffers({ ...at, person });
  const ofSteps = at.run.steps.flatMap(({ number }) => {
    const offers = offersAt(at, person, number);
    return [...offers.foot, ...offers.menu];
  });
  const roll = rollCallAnswer({ ...at, person });
  return [
    ...(primary ? [primary] : []),
    ...menu,
    ...ofSteps,
    ...commandAnswers({ ...at, person }),
    ...(roll ? [roll] : []),
  ];
};

test("In any run, whatever is offered and may not be pressed says why, in a sentence of its own", () => {
  const reasons = new Set<string | null>();
  const wordless = new Set<string>();
  holds((_before, _move, at) => {
    for (const person of [chie, olga, paul, anna, adam]) {
      for (const { command, blocked } of offered(at, person)) {
        reasons.add(blocked);
        if (blocked !== null && !/\.$/.test(blocked)) wordless.add(`${command.type}: ${blocked}`);
      }
    }
  });
  expect([...wordless]).toEqual([]);
  expect(reasons.size).toBeGreaterThan(20);
});
