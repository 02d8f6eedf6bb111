import { expect, it } from "vitest";
import { atWorkWords, nextWords } from "#lib/client/run/need-words.ts";
import { outline } from "#lib/domain/outline.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { begin, lose, start } from "#lib/domain/testing/moves.ts";
import { draftRun, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

/** What is said of step 2 while step 1 is at work. */
function nextAfterOne(step: StepDraft): string | undefined {
  const at = play(startedRun(procedureOf({}, step)), start("1"));
  const [coming] = digest(at.procedure, at.run).next;
  const next = coming && outline(at.procedure).byNumber.get(coming.step);
  return next && nextWords(coming, next, at);
}

const polled = (...of: string[]): StepDraft => ({ gate: { kind: "poll", of } });

it.each<[StepDraft, string]>([
  [{}, "when 1 is settled"],
  [{ condition: when("firewalls", "yes") }, "when 1 is settled, if it applies"],
  [{ kind: "approval" }, "when 1 is settled, then approval"],
  [{ gate: { kind: "approval" } }, "when 1 is settled, then approval"],
  [{ gate: { kind: "hold" } }, "when 1 is settled, then released by Chie"],
  [{ gate: { kind: "hold", by: { group: "the board" } } }, "when 1 is settled, then released by somebody of the board"],
  [polled(), "when 1 is settled, then go / no-go of Chie"],
  [polled("lead"), "when 1 is settled, then go / no-go of 1 position"],
  [polled("lead", "deputy"), "when 1 is settled, then go / no-go of 2 positions"],
])("of a step that comes, %o: %s", (step, words) => {
  expect(nextAfterOne(step)).toBe(words);
});

it("says of a draft when its first step is ready, and what gate then comes", () => {
  const at = draftRun(procedureOf({ gate: { kind: "hold" } }));
  const [coming] = digest(at.procedure, at.run).next;
  const step = outline(at.procedure).byNumber.get("1");
  expect(coming && step && nextWords(coming, step, at)).toBe("ready when the run starts, then released by Chie");
});

it("says what is at work no surer than it is known", () => {
  const begun = startedRun(procedureOf(automated));
  expect(atWorkWords(begun.run)).toBe("Nothing is in progress");
  expect(atWorkWords(play(begun, start("1"), begin("1"), lose("1")).run)).toBe(
    "Nothing is known to be in progress; what became of step 1 is not known",
  );
});
