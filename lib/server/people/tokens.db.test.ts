import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { TOKEN_START } from "#lib/server/bearer.ts";
import { db } from "#lib/server/db.ts";
import { resetPassword } from "#lib/server/people/passwords.ts";
import { endSessionsOf } from "#lib/server/people/sessions.ts";
import { createToken, listTokens, revokeToken, revokeTokenOf } from "#lib/server/people/tokens.ts";
import { changeUser } from "#lib/server/people/users.ts";
import { authenticate } from "#lib/server/session.ts";
import { cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

let mei: Person;

beforeEach(async () => {
  mei = await person("commander", "Mei Mori");
});

const nightly = { name: "nightly-drill", permissions: ["run.view" as const, "run.command" as const], days: 30 };
const asks = (secret: string) =>
  authenticate(new Request("http://127.0.0.1:3000/", { headers: { authorization: `Bearer ${secret}` } }));

describe("an API token", () => {
  it("acts for its owner, under its own name, with its own permissions", async () => {
    const { token, secret } = await createToken(mei, nightly);
    expect(secret).toMatch(/^swc_[\w-]{43}$/);
    expect(await asks(secret)).toEqual({
      ...mei,
      token: { id: token.id, name: "nightly-drill", may: ["run.view", "run.command"] },
    });
  });

  it("is kept as a hash alone, and never listed with its secret", async () => {
    const { token, secret } = await createToken(mei, nightly);
    const kept = await db().apiToken.findUniqueOrThrow({ where: { id: token.id } });
    expect(JSON.stringify(kept)).not.toContain(secret.slice(TOKEN_START.length));
    expect(JSON.stringify(await listTokens(mei))).not.toContain(secret.slice(TOKEN_START.length));
    expect(await listTokens(await person("commander"))).toEqual({ tokens: [] });
  });

  it("says when it was last used", async () => {
    const { token, secret } = await createToken(mei, nightly);
    expect(token.usedAt).toBeNull();
    await asks(secret);
    expect((await listTokens(mei)).tokens).toEqual([{ ...token, usedAt: expect.any(String) }]);
  });

  it("is not good when revoked, expired, cut short, or its owner is deactivated", async () => {
    const revoked = await createToken(mei, { ...nightly, name: "revoked" });
    await revokeToken(mei, revoked.token.id);
    const expired = await createToken(mei, { ...nightly, name: "expired" });
    await db().apiToken.update({ where: { id: expired.token.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    const good = await createToken(mei, nightly);
    expect(await asks(good.secret)).not.toBeNull();
    for (const secret of [revoked.secret, expired.secret, good.secret.slice(0, -1), "", TOKEN_START]) {
      expect(await asks(secret)).toBeNull();
    }
    await changeUser(await person("administrator"), mei.id, { disabled: true });
    expect(await asks(good.secret)).toBeNull();
  });

  it("may do no more than its owner, who is told so", async () => {
    const beyond = createToken(mei, { ...nightly, permissions: ["run.view", "site.manage"] });
    await expect(beyond).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path: "permissions.1" }] },
    });
    expect(await listTokens(mei)).toEqual({ tokens: [] });
  });

  it("has a name of its own among those that are not revoked, also when two are made at once", async () => {
    const results = await Promise.allSettled([createToken(mei, nightly), createToken(mei, nightly)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(createToken(mei, nightly)).rejects.toMatchObject({ code: "conflict" });
    const [first] = (await listTokens(mei)).tokens;
    await revokeToken(mei, first?.id ?? "");
    await expect(createToken(mei, nightly)).resolves.toBeDefined();
  });

  it("is revoked by its owner alone", async () => {
    const { token, secret } = await createToken(mei, nightly);
    await expect(revokeToken(await person("administrator"), token.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await asks(secret)).not.toBeNull();
  });
});

describe("an API token of somebody else", () => {
  it("is revoked by an administrator who knows whose it is", async () => {
    const administrator = await person("administrator");
    const { token, secret } = await createToken(mei, nightly);
    const notTheirs = revokeTokenOf(administrator, administrator.id, token.id);
    await expect(notTheirs).rejects.toMatchObject({ code: "not_found" });
    expect(await asks(secret)).not.toBeNull();
    expect((await listTokens(mei)).tokens.map(({ id }) => id)).toEqual([token.id]);
    await revokeTokenOf(administrator, mei.id, token.id);
    expect(await asks(secret)).toBeNull();
    expect(await listTokens(mei)).toEqual({ tokens: [] });
  });

  it.each<[string, (administrator: Person) => Promise<unknown>]>([
    ["all sessions of its owner are ended", (administrator) => endSessionsOf(administrator, mei.id)],
    [
      "its owner is given a new password",
      (administrator) => resetPassword(administrator, mei.id, "a new long password"),
    ],
    ["its owner is deactivated", (administrator) => changeUser(administrator, mei.id, { disabled: true })],
  ])("is revoked for good when %s, and nobody else's", async (_, end) => {
    await db().account.create({ data: { userId: mei.id, accountId: mei.id, providerId: "credential", password: "x" } });
    const administrator = await person("administrator");
    const { secret } = await createToken(mei, nightly);
    const { secret: theirs } = await createToken(administrator, nightly);
    await end(administrator);
    expect(await asks(secret)).toBeNull();
    await changeUser(administrator, mei.id, { disabled: false });
    expect(await asks(secret)).toBeNull();
    expect(await asks(theirs)).not.toBeNull();
  });

  it("goes on when one session of its owner is ended, or their name is changed", async () => {
    const administrator = await person("administrator");
    const { secret } = await createToken(mei, nightly);
    await cookieOf(mei);
    const { id } = await db().session.findFirstOrThrow({ where: { userId: mei.id } });
    await endSessionsOf(administrator, mei.id, id);
    await changeUser(administrator, mei.id, { name: "Mei M." });
    await changeUser(administrator, mei.id, { disabled: false });
    expect(await asks(secret)).not.toBeNull();
  });
});
