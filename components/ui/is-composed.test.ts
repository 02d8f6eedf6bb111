import { expect, it } from "vitest";
import { isComposed } from "#components/ui/is-composed.ts";

it.each([
  ["a key of its own", { isComposing: false, keyCode: 13 }, false],
  ["a key of a word", { isComposing: true, keyCode: 13 }, true],
  ["the key that accepts a word, in Safari", { isComposing: false, keyCode: 229 }, true],
])("knows %s", (_, event, composed) => {
  expect(isComposed(event)).toBe(composed);
});
