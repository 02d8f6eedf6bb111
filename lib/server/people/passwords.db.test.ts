import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { changePassword, resetPassword } from "#lib/server/people/passwords.ts";
import { signIn } from "#lib/server/people/sign-in.ts";
import { createUser } from "#lib/server/people/users.ts";
import { authenticate, sessionToken } from "#lib/server/session.ts";
import { cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const OLD = "correct horse battery";
const NEW = "another long password";

const withCookie = (cookie: string) => new Request("http://127.0.0.1:3000/", { headers: { cookie } });

async function somebody(): Promise<Person & { email: string }> {
  const email = `${randomUUID()}@example.com`;
  const { id, name, role } = await createUser(await person("administrator"), {
    name: "Sam",
    email,
    role: "operator",
    password: OLD,
  });
  return { kind: "person", id, name, role, email };
}

const signInWith = (email: string, password: string) =>
  signIn(new Request("http://127.0.0.1:3000/"), { email, password });

describe("resetting a password", () => {
  it("lets the new one in and not the old one, and ends all sessions", async () => {
    const sam = await somebody();
    const cookie = await cookieOf(sam);
    await resetPassword(await person("administrator"), sam.id, NEW);
    expect(await authenticate(withCookie(cookie))).toBeNull();
    await expect(signInWith(sam.email, OLD)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(signInWith(sam.email, NEW)).resolves.toMatchObject({ status: 204 });
  });

  it("is refused for somebody who does not exist", async () => {
    const reset = resetPassword(await person("administrator"), randomUUID(), NEW);
    await expect(reset).rejects.toMatchObject({ code: "not_found" });
  });

  it("is refused for somebody who signs in elsewhere, and says so", async () => {
    const sam = await somebody();
    await db().account.deleteMany({ where: { userId: sam.id } });
    const reset = resetPassword(await person("administrator"), sam.id, NEW);
    await expect(reset).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Sam has no") });
  });
});

describe("changing one's own password", () => {
  it("ends every session but this one", async () => {
    const sam = await somebody();
    const here = withCookie(await cookieOf(sam));
    const elsewhere = withCookie(await cookieOf(sam));
    await changePassword(sam, { current: OLD, next: NEW, keep: sessionToken(here) });
    expect(await authenticate(here)).toMatchObject({ id: sam.id });
    expect(await authenticate(elsewhere)).toBeNull();
    await expect(signInWith(sam.email, NEW)).resolves.toMatchObject({ status: 204 });
  });

  it("needs the current one, and names the field", async () => {
    const sam = await somebody();
    const change = changePassword(sam, { current: "not this one", next: NEW, keep: null });
    await expect(change).rejects.toMatchObject({ code: "invalid_request", extras: { issues: [{ path: "current" }] } });
    await expect(signInWith(sam.email, OLD)).resolves.toMatchObject({ status: 204 });
  });

  it("takes no common password, whoever sets it, and changes nothing then", async () => {
    const sam = await somebody();
    const common = "password2026!";
    const refused = (path: string) => ({ code: "invalid_request", extras: { issues: [{ path }] } });
    const change = changePassword(sam, { current: OLD, next: common, keep: null });
    await expect(change).rejects.toMatchObject(refused("next"));
    const administrator = await person("administrator");
    await expect(resetPassword(administrator, sam.id, common)).rejects.toMatchObject(refused("password"));
    const added = { name: "Kim", email: `${randomUUID()}@example.com`, role: "auditor" as const, password: common };
    await expect(createUser(administrator, added)).rejects.toMatchObject(refused("password"));
    await expect(signInWith(sam.email, OLD)).resolves.toMatchObject({ status: 204 });
  });

  it("happens once when two ask for it at the same moment", async () => {
    const sam = await somebody();
    const change = (next: string) => changePassword(sam, { current: OLD, next, keep: null });
    const results = await Promise.allSettled([change(NEW), change(`${NEW} too`)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
