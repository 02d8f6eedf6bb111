import { expect, it } from "vitest";
import { readStepHash } from "#lib/client/run/step-hash.ts";

it.each([
  ["#step-7", "7"],
  ["#step-12a", "12a"],
  ["#step-", null],
  ["#step-12.3", "12"],
  ["#step-12a.13", "12a"],
  ["#step-12.", null],
  ["#step-12.0", null],
  ["#step-12.3.1", null],
  ["#people", null],
  ["", null],
])("the hash %j leads to step %j", (hash, step) => expect(readStepHash(hash)).toBe(step));
