import { expect, it } from "vitest";
import { z } from "zod";
import { newId } from "#lib/client/new-id.ts";

it("makes ids that are UUIDs of version 7", () => {
  expect(z.uuidv7().safeParse(newId()).success).toBe(true);
});

it("never makes the same twice, and orders them by time", () => {
  const [first, second] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
  expect(newId(1_700_000_000_000)).not.toBe(first);
  expect(first < second).toBe(true);
});
