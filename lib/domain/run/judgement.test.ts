import { expect, test } from "vitest";
import { judgement, lineTermWords, termWords } from "#lib/domain/run/judgement.ts";
import { cardOf } from "#lib/domain/testing/papers.ts";
import { startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";

const line = { number: "1.1", title: "The firewall", condition: when("firewalls", "yes") };
const procedure = procedureOf({ subSteps: [line] }, { cleanUp: true, inDrill: "run" });
const live = startedRun(procedure, { facts: { firewalls: "no" } });

test("A line that does not apply is told with the answers by which it does not, on paper, too", () => {
  expect(lineTermWords(procedure, live.run, { ...line, condition: line.condition })).toBe("firewalls included: no");
  expect(cardOf(live, "1")?.subSteps).toMatchObject([{ mark: "–", note: "not applicable, firewalls included: no" }]);
});

test("A step that cleans up says in a live run why it does not apply", () => {
  const step = procedure.phases[0]?.steps[1];
  const judged = step && judgement(procedure, live.run, step);
  expect(judged && termWords(judged)).toBe("cleans up after drills only");
});
