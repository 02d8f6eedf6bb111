import { describe, expect, test } from "vitest";
import { askedWords } from "#lib/domain/run/asked-words.ts";
import { request } from "#lib/domain/testing/moves.ts";
import { play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { gated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

describe("What an approval was asked for", () => {
  const asking = {
    action: { argv: ["/bin/move address", { input: "host" }] },
    inputs: [{ name: "host", label: "Host", type: "text" }],
    ...gated.approval,
  } as StepDraft;
  const asked = (step: StepDraft, how: Parameters<typeof request>[1]) => {
    const { gate } = stepOf(play(startedRun(procedureOf(step)), request("1", how)), "1");
    return gate?.how && askedWords(gate.how);
  };

  test.each([
    ["the command with what was said", asking, { inputs: { host: "omega" } }, "'/bin/move address' omega"],
    ["the hand", asking, { byHand: true }, "by hand"],
    ["nothing where the step says all of it", gated.approval as StepDraft, {}, undefined],
  ])("is %s", (_, step, how, words) => expect(asked(step, how)).toBe(words));
});
