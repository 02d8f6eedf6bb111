import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sentence } from "#lib/domain/run/rejection/rejection.ts";
import { rejections } from "#lib/domain/testing/rejections.ts";
import { japaneseReader } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";

const all = Object.values(rejections)
  .flat()
  .map((rejection) => [rejection.code, rejection] as const);

/** Names that no language changes: the label of a run, the time zone. */
const NAMES = /R-\d|UTC|SSH|HTTP/g;

describe("Every refusal", () => {
  test.each(all)("%s is told in English to whoever reads that", (_, rejection) => {
    expect(sentence(rejection)).toMatch(/^[^{}]+\.$/);
  });

  describe("in Japanese", () => {
    beforeAll(() => readFrom(() => japaneseReader));
    afterAll(() => readFrom(() => ({ locale: "en" })));

    test.each(all)("%s leaves no English word and no empty place", (_, rejection) => {
      const said = sentence(rejection);
      expect(said).toMatch(/[ぁ-ん]/);
      expect(said.replace(NAMES, "")).not.toMatch(/[A-Za-z{}]/);
      expect(said).toMatch(/。$|: /);
    });
  });
});
