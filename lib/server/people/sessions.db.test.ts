import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { endOtherSessions, endSession, endSessionsOf, listSessions } from "#lib/server/people/sessions.ts";
import { authenticate, sessionToken } from "#lib/server/session.ts";
import { cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const withCookie = (cookie: string) => new Request("http://127.0.0.1:3000/", { headers: { cookie } });

let sam: Person;
let here: Request;
let elsewhere: Request;

beforeEach(async () => {
  sam = await person("operator");
  here = withCookie(await cookieOf(sam));
  elsewhere = withCookie(await cookieOf(sam));
});

const listed = async () => (await listSessions(sam.id, sessionToken(here))).sessions;
const idOf = async (request: Request) => {
  const { id } = await db().session.findUniqueOrThrow({ where: { token: sessionToken(request) ?? "" } });
  return id;
};

describe("the sessions of a person", () => {
  it("are listed without their tokens, with the one that asks marked, and without those that are over", async () => {
    await cookieOf(sam, new Date(Date.now() - 1));
    await cookieOf(await person("operator"));
    const sessions = await listed();
    expect(sessions.map(({ current }) => current).toSorted()).toEqual([false, true]);
    expect(JSON.stringify(sessions)).not.toContain(sessionToken(here));
  });

  it("say when they were last seen, to the minute", async () => {
    const before = new Date(Date.now() - 120_000);
    await db().session.updateMany({ where: { userId: sam.id }, data: { seenAt: before } });
    await authenticate(here);
    const [first, second] = await listed();
    expect(first).toMatchObject({ current: true });
    expect(Date.parse(first?.seenAt ?? "")).toBeGreaterThan(before.getTime() + 60_000);
    expect(second).toMatchObject({ current: false, seenAt: before.toISOString() });
  });

  it("are ended by their owner, one of them", async () => {
    await endSession(sam, await idOf(elsewhere));
    expect(await authenticate(elsewhere)).toBeNull();
    expect(await authenticate(here)).toMatchObject({ id: sam.id });
  });

  it("are ended by their owner, all but this one", async () => {
    await endOtherSessions(sam, sessionToken(here));
    expect(await authenticate(elsewhere)).toBeNull();
    expect(await authenticate(here)).toMatchObject({ id: sam.id });
  });

  it("are not ended by somebody else who knows their id", async () => {
    const end = endSession(await person("administrator"), await idOf(here));
    await expect(end).rejects.toMatchObject({ code: "not_found" });
    expect(await authenticate(here)).toMatchObject({ id: sam.id });
  });

  it("are ended by an administrator, one or all, of that person alone", async () => {
    const administrator = await person("administrator");
    const theirs = withCookie(await cookieOf(administrator));
    await endSessionsOf(administrator, sam.id, await idOf(here));
    expect(await authenticate(here)).toBeNull();
    expect(await authenticate(elsewhere)).toMatchObject({ id: sam.id });
    await endSessionsOf(administrator, sam.id);
    expect(await authenticate(elsewhere)).toBeNull();
    expect(await authenticate(theirs)).toMatchObject({ id: administrator.id });
    await expect(endSessionsOf(administrator, sam.id, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});
