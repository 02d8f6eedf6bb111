import { expect, test } from "vitest";
import { stateWord } from "#lib/domain/run/state-words.ts";

test.each([
  ["awaiting_approval", undefined, "Awaiting decision"],
  ["awaiting_approval", "approval", "Awaiting decision"],
  ["awaiting_approval", "hold_point", "Held"],
  ["interrupted", "hold_point", "Outcome unknown"],
] as const)("a step that is %s, of the kind %s, is called %s", (state, kind, word) => {
  expect(stateWord(state, kind)).toBe(word);
});
