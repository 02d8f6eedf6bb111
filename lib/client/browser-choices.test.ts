import { describe, expect, it } from "vitest";
import { type BrowserChoices, readChoices, writeChoices } from "#lib/client/browser-choices.ts";

describe("what a browser remembers of its choices", () => {
  it("is keys without sound or notification at first", () => {
    expect(readChoices("")).toEqual({ singleKeys: true, sound: false, desktop: false });
  });

  const bits = [true, false];
  const all: BrowserChoices[] = bits.flatMap((singleKeys) =>
    bits.flatMap((sound) => bits.map((desktop) => ({ singleKeys, sound, desktop }))),
  );
  it.each(all)("comes back as it was: %o", (choices) => {
    expect(readChoices(writeChoices(choices))).toEqual(choices);
  });
});
