import { expect, it } from "vitest";
import { siteKey } from "#lib/client/sites/site-key.ts";

it.each([
  ["Tokyo", "tokyo"],
  ["São Paulo 2", "sao-paulo-2"],
  ["2nd site", "nd-site"],
  ["  Osaka (north) ", "osaka-north"],
  ["大阪", ""],
])("the key of %j is %j", (name, key) => {
  expect(siteKey(name)).toBe(key);
});
