import { expect, it } from "vitest";
import { failureWords } from "#lib/domain/work-words.ts";

it.each([
  [0, "tried again 3 times, then it stops here and a person decides"],
  [5, "tried again 3 times, 5 s apart, then it stops here and a person decides"],
  [90, "tried again 3 times, 90 s apart, then it stops here and a person decides"],
  [3_600, "tried again 3 times, 60 min apart, then it stops here and a person decides"],
])("a command that is tried again %i s later: %s", (delaySeconds, words) => {
  expect(failureWords({ onFailure: { retry: { times: 3, delaySeconds } } })).toBe(words);
});
