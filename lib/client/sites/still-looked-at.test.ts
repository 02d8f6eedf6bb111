import { expect, test } from "vitest";
import { stillLookedAt } from "#lib/client/sites/still-looked-at.ts";

test.each([
  ["that is over", [], [], ""],
  ["that no worker has taken", ["Osaka", "Tokyo"], [], "waiting for a worker at Osaka and Tokyo"],
  ["that a worker has taken", ["Tokyo"], ["Tokyo"], "a worker is looking at Tokyo"],
  ["of two", ["Osaka", "Tokyo"], ["Tokyo"], "waiting for a worker at Osaka; a worker is looking at Tokyo"],
] as const)("Of a round %s", (_, waitingFor, lookedAt, words) => {
  expect(stillLookedAt({ waitingFor: [...waitingFor], lookedAt: [...lookedAt] })).toBe(words);
});
