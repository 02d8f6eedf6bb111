import { randomUUID } from "node:crypto";
import { TOTP } from "otpauth";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "#app/api/session/route.ts";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { openSealed, seal } from "#lib/server/people/sealed.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  readSecondFactor,
  resetSecondFactor,
} from "#lib/server/people/second-factor.ts";
import { signInLimit } from "#lib/server/people/sign-in-limit.ts";
import { createUser } from "#lib/server/people/users.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const PASSWORD = "correct horse battery";
const STEP_MILLISECONDS = 30_000;

let sam: Person;
let email: string;

beforeEach(async () => {
  email = `${randomUUID()}@example.com`;
  const { id } = await createUser(await person("administrator"), {
    name: "Sam",
    email,
    role: "operator",
    password: PASSWORD,
  });
  sam = { kind: "person", id, name: "Sam", role: "operator" };
});

const codeOf = (secret: string, stepsFromNow = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + stepsFromNow * STEP_MILLISECONDS });

/** The secret and the recovery codes; confirmed by a code of the past, so that the one of now is still to be used. */
async function enrolled(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await beginSecondFactor(sam, PASSWORD);
  const { recoveryCodes } = await confirmSecondFactor(sam, codeOf(secret, -1));
  return { secret, recoveryCodes };
}

const signIn = async (code?: string, password = PASSWORD) => {
  const answer = await call(POST, { method: "POST", body: { email, password, ...(code !== undefined && { code }) } });
  return {
    status: answer.status,
    code: answer.ok ? null : (await answer.json()).code,
    cookies: answer.headers.getSetCookie().length,
  };
};

const IN = { status: 204, code: null, cookies: 2 };
const CODE_NEEDED = { status: 401, code: "code_needed", cookies: 0 };

describe("a second factor", () => {
  it("is asked for from when a code of it was confirmed, and only once the password is right", async () => {
    const { secret } = await beginSecondFactor(sam, PASSWORD);
    expect(await signIn()).toEqual(IN);
    await expect(confirmSecondFactor(sam, "000000")).rejects.toMatchObject({ code: "invalid_request" });
    const { recoveryCodes } = await confirmSecondFactor(sam, codeOf(secret, -1));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await signIn()).toEqual(CODE_NEEDED);
    expect(await signIn(undefined, "a wrong password")).toMatchObject({ code: "unauthenticated" });
    expect(await signIn(codeOf(secret), "a wrong password")).toMatchObject({ code: "unauthenticated" });
    expect(await signIn(codeOf(secret))).toEqual(IN);
  });

  it("takes a code once, whoever comes at the same time, and none that is older than the last", async () => {
    const { secret } = await enrolled();
    const now = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(now)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await signIn(codeOf(secret, -1))).toEqual(CODE_NEEDED);
    expect(await signIn(codeOf(secret, 1))).toEqual(IN);
    expect(await signIn(codeOf(secret, 5))).toEqual(CODE_NEEDED);
  });

  it("takes each recovery code once, as people write it", async () => {
    const { recoveryCodes } = await enrolled();
    const [first = "", second = ""] = recoveryCodes;
    expect(await signIn(first.toUpperCase().replaceAll("-", " "))).toEqual(IN);
    expect(await signIn(first)).toEqual(CODE_NEEDED);
    expect(await signIn(second)).toEqual(IN);
    expect(await readSecondFactor(sam)).toMatchObject({ recoveryCodes: 8 });
  });

  it("counts wrong codes like wrong passwords", async () => {
    await enrolled();
    for (let i = 0; i < 45; i++) await signInLimit().attempt({ account: email, address: null }, async () => null);
    for (let i = 0; i < 5; i++) expect(await signIn("123456")).toMatchObject({ status: 401 });
    expect(await signIn("123456")).toMatchObject({ status: 429 });
  });

  it("is kept so that the database alone gives nobody a code", async () => {
    const { secret, recoveryCodes } = await enrolled();
    const stored = JSON.stringify(await db().secondFactor.findUnique({ where: { userId: sam.id } }));
    for (const word of [secret, ...recoveryCodes]) expect(stored).not.toContain(word);
    const sealed = seal(secret, "second factor");
    expect(openSealed(sealed, "second factor")).toBe(secret);
    expect(() => openSealed(sealed, "something else")).toThrow();
    vi.resetModules();
    vi.stubEnv("AUTH_SECRET", "the secret of another installation, also long");
    const elsewhere = await import("#lib/server/people/sealed.ts");
    expect(() => elsewhere.openSealed(sealed, "second factor")).toThrow();
    vi.unstubAllEnvs();
  });

  it("is begun and ended with the password alone, and not made anew while it counts", async () => {
    await expect(beginSecondFactor(sam, "a wrong password")).rejects.toMatchObject({ code: "invalid_request" });
    await enrolled();
    await expect(beginSecondFactor(sam, PASSWORD)).rejects.toMatchObject({ code: "conflict" });
    await expect(endSecondFactor(sam, "a wrong password")).rejects.toMatchObject({ code: "invalid_request" });
    await endSecondFactor(sam, PASSWORD);
    expect(await readSecondFactor(sam)).toEqual({
      since: null,
      recoveryCodes: 0,
      authenticator: false,
      possible: true,
    });
    expect(await signIn()).toEqual(IN);
  });
});

it("codes are taken as a Japanese keyboard writes them, in full width", async () => {
  const wide = (code: string) => code.replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
  const { secret } = await beginSecondFactor(sam, PASSWORD);
  const { recoveryCodes } = await confirmSecondFactor(sam, wide(codeOf(secret, -1)));
  expect(await signIn(`\u3000${wide(codeOf(secret))}`)).toEqual(IN);
  expect(await signIn(wide(recoveryCodes[0] ?? ""))).toEqual(IN);
});

describe("a second factor whose secret cannot be opened any more", () => {
  it("says that recovery codes alone are taken and takes them", async () => {
    const { secret, recoveryCodes } = await enrolled();
    expect(await readSecondFactor(sam)).toMatchObject({ authenticator: true });
    await db().secondFactor.update({ where: { userId: sam.id }, data: { secret: seal(secret, "of another console") } });
    const detail = async (code?: string) => {
      const body = { email, password: PASSWORD, ...(code !== undefined && { code }) };
      const answer = await call(POST, { method: "POST", body });
      return [answer.status, (await answer.json()).detail];
    };
    expect(await detail()).toEqual([401, expect.stringContaining("Use one of your recovery codes")]);
    expect(await detail(codeOf(secret))).toEqual([401, expect.stringContaining("none of your recovery codes")]);
    expect(await readSecondFactor(sam)).toMatchObject({ authenticator: false, recoveryCodes: 10 });
    expect(await signIn(recoveryCodes[0])).toEqual(IN);
    await endSecondFactor(sam, PASSWORD);
    await enrolled();
    expect(await readSecondFactor(sam)).toMatchObject({ authenticator: true });
  });

  it("is begun again where it was to be confirmed", async () => {
    const { secret } = await beginSecondFactor(sam, PASSWORD);
    await db().secondFactor.update({ where: { userId: sam.id }, data: { secret: seal(secret, "of another console") } });
    await expect(confirmSecondFactor(sam, codeOf(secret))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an administrator", () => {
  it("takes it away from who has lost it, whose sessions end, and changes nothing where there is none", async () => {
    await enrolled();
    await cookieOf(sam);
    await resetSecondFactor(await person("administrator"), sam.id);
    expect(await db().session.count({ where: { userId: sam.id } })).toBe(0);
    expect(await signIn()).toEqual(IN);
    await cookieOf(sam);
    const sessions = () => db().session.count({ where: { userId: sam.id } });
    const before = await sessions();
    await expect(resetSecondFactor(await person("administrator"), sam.id)).rejects.toMatchObject({ code: "not_found" });
    expect(before).toBeGreaterThan(0);
    expect(await sessions(), "nothing was changed").toBe(before);
  });
});
