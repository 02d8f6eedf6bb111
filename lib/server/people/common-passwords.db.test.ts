import { expect, it } from "vitest";
import { weaknessOf } from "#lib/server/people/common-passwords.ts";

it.each([
  ["1qaz2wsx3edc", "among the most common"],
  ["Administrator", "among the most common"],
  ["password2026!", "something added"],
  ["!!Sunshine!!1", "something added"],
  ["2026-football-", "something added"],
  ["aaaaaaaaaaaaa", "repeated"],
  ["harbourharbour", "repeated"],
  ["abc123abc123ab", "repeated"],
  ["202611251200", "hardly any letters"],
  ["!!2026!!1125", "hardly any letters"],
])("%s is refused: %s", (password, why) => {
  expect(weaknessOf(password)).toContain(why);
});

it.each(["correct horse battery", "quiet harbour at dawn", "Ahzu-7Qm2-xxPd-k9Tr-4fGh", "東京から大阪へ切り替える"])(
  "%s is taken",
  (password) => {
    expect(weaknessOf(password)).toBeNull();
  },
);
