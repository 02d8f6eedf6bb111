import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { DELETE, GET, POST } from "#app/api/session/route.ts";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { knownDevice } from "#lib/server/people/known-device.ts";
import { signInLimit } from "#lib/server/people/sign-in-limit.ts";
import { changeUser, createUser } from "#lib/server/people/users.ts";
import { authenticate } from "#lib/server/session.ts";
import { call, cookieFor, cookieOf, keptCookies } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const PASSWORD = "correct horse battery";

let admin: Person;
let sam: { id: string; email: string };

beforeEach(async () => {
  admin = await person("administrator");
  const email = `${randomUUID()}@example.com`;
  sam = await createUser(admin, { name: "Sam", email, role: "operator", password: PASSWORD });
});

const signIn = (email: string, password = PASSWORD) => call(POST, { method: "POST", body: { email, password } });
const session = async (cookie?: string) => (await call(GET, cookie === undefined ? {} : { cookie })).json();
const asks = (cookie: string) => authenticate(new Request("http://127.0.0.1:3000/", { headers: { cookie } }));

/** All failures but five that an account has, without the passwords, which take long on purpose. */
async function failBefore(account: string): Promise<void> {
  for (let i = 0; i < 45; i++) await signInLimit().attempt({ account, address: null }, async () => null);
}

describe("signing in", () => {
  it("begins a session in the database and sets its cookie", async () => {
    const answer = await signIn(sam.email);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^device=[^;]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const cookie = keptCookies(answer);
    expect(await session(cookie)).toMatchObject({ person: { id: sam.id, name: "Sam", role: "operator" } });
    expect(await db().session.count({ where: { userId: sam.id } })).toBe(1);
  });

  it("does not mind capitals and spaces around the address", async () => {
    expect((await signIn(` ${sam.email.toUpperCase()} `)).status).toBe(204);
  });

  it("tells nobody whether the password, the address or the account is at fault", async () => {
    const disabled = await createUser(admin, {
      name: "Dee",
      email: "dee@example.com",
      role: "auditor",
      password: PASSWORD,
    });
    await changeUser(admin, disabled.id, { disabled: true });
    const answers = await Promise.all([
      signIn(sam.email, "a wrong password"),
      signIn("nobody@example.com"),
      signIn("not an address"),
      signIn(disabled.email),
    ]);
    const problems = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(problems.map(({ requestId, ...rest }) => JSON.stringify(rest))).size).toBe(1);
    expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
    expect(await db().session.count({ where: { userId: disabled.id } })).toBe(0);
  });

  it("is refused after many failures, with the time to wait, for this account alone", { timeout: 60_000 }, async () => {
    for (let i = 0; i < 50; i += 10) {
      await Promise.all(Array.from({ length: 10 }, () => signIn("locked@example.com", "wrong")));
    }
    const refused = await signIn("locked@example.com");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(200);
    expect(await refused.json()).toMatchObject({ code: "too_many_requests", retryAfterSeconds: expect.any(Number) });
    expect((await signIn(sam.email)).status).toBe(204);
  });

  it("goes on from a browser its owner has used, whatever others do to the account", { timeout: 90_000 }, async () => {
    const known = keptCookies(await signIn(sam.email));
    const from = (cookie: string, email = sam.email, password = PASSWORD) =>
      call(POST, { method: "POST", body: { email, password }, cookie });
    await failBefore(sam.email);
    for (let i = 0; i < 5; i++) expect((await signIn(sam.email, "wrong")).status).toBe(401);
    expect((await signIn(sam.email)).status).toBe(429);
    expect((await from(known)).status).toBe(204);

    const forged = known.replace(/device=[^.]+/, `device=${randomUUID()}`);
    expect((await from(forged)).status).toBe(429);
    const request = new Request("http://127.0.0.1:3000/", { headers: { cookie: known } });
    await failBefore(`device ${knownDevice(request, sam.email)}`);
    for (let i = 0; i < 5; i++) expect((await from(known, sam.email, "wrong")).status).toBe(401);
    expect((await from(known)).status).toBe(429);
  });
});

describe("a session", () => {
  it("is nobody's without a cookie", async () => {
    expect(await session()).toMatchObject({ person: null });
  });

  it("ends at once on signing out, and its cookie is cleared", async () => {
    const cookie = keptCookies(await signIn(sam.email));
    const elsewhere = keptCookies(await signIn(sam.email));
    const answer = await call(DELETE, { method: "DELETE", cookie });
    expect(answer.headers.get("clear-site-data")).toBe('"storage"');
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^session=; Max-Age=0; Path=\/; /)]);
    expect(await asks(cookie)).toBeNull();
    expect(await asks(elsewhere)).toMatchObject({ id: sam.id });
  });

  it("ends at once when its row is deleted", async () => {
    const cookie = keptCookies(await signIn(sam.email));
    await db().session.deleteMany({ where: { userId: sam.id } });
    expect(await asks(cookie)).toBeNull();
    expect((await call(DELETE, { method: "DELETE", cookie })).status).toBe(401);
  });

  it("ends at its time", async () => {
    const past = await cookieOf({ ...admin, id: sam.id }, new Date(Date.now() - 1));
    expect(await asks(past)).toBeNull();
  });

  it("cannot be had with a token alone, a foreign signature, or a cookie that is none", async () => {
    const { token } = await db().session.create({
      data: { token: randomUUID(), userId: sam.id, expiresAt: new Date(Date.now() + 60_000) },
    });
    const cookies = [
      `session=${token}`,
      `session=${token}.`,
      cookieFor(token, "another secret"),
      "session=%E0%A4%A",
      "x",
    ];
    for (const cookie of cookies) expect(await asks(cookie)).toBeNull();
    const among = `theme=dark; ${cookieFor(token, "a secret for tests alone, 32 characters or more")}; x=y`;
    expect(await asks(among)).toMatchObject({ id: sam.id });
  });
});
