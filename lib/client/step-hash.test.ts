import { expect, it } from "vitest";
import { readStepHash } from "#lib/client/step-hash.ts";

it.each([
  ["#step-7", "7"],
  ["#step-12a", "12a"],
  ["#step-", null],
  ["#step-7.1", null],
  ["#people", null],
  ["", null],
])("the hash %j leads to step %j", (hash, step) => expect(readStepHash(hash)).toBe(step));
