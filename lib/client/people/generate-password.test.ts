import { expect, it } from "vitest";
import { generatePassword } from "#lib/client/people/generate-password.ts";
import { createUser } from "#lib/contract/people.ts";

it("makes passwords that the server accepts and people can read out", () => {
  const password = generatePassword();
  expect(createUser.body.shape.password.safeParse(password).success).toBe(true);
  expect(password).toMatch(/^([a-km-zA-HJ-NP-Z2-9]{4}-){4}[a-km-zA-HJ-NP-Z2-9]{4}$/);
});

it("never makes the same twice", () => {
  expect(new Set(Array.from({ length: 100 }, generatePassword)).size).toBe(100);
});
