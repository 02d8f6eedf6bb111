import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/server/db.ts";
import { openSetUp, setUp, setUpState } from "#lib/server/people/set-up.ts";
import { person } from "#lib/server/testing/runs.ts";

const first = { name: "Ada Admin", email: "Ada@Example.com", password: "correct horse battery" };

async function opened(how: { further?: boolean } = {}): Promise<string> {
  const token = await openSetUp(how);
  if (token === null) throw new Error("there is an administrator already");
  return token;
}

beforeEach(async () => {
  await db().$executeRaw`truncate app_user, set_up_link cascade`;
});

describe("the set-up address", () => {
  it("makes the first administrator, who is found by the address in lower case", async () => {
    const made = await setUp({ token: await opened(), ...first });
    expect(made).toMatchObject({ name: "Ada Admin", email: "ada@example.com", role: "administrator" });
    const account = await db().account.findFirstOrThrow({ where: { userId: made.id } });
    expect(account).toMatchObject({ providerId: "credential", accountId: made.id });
  });

  it("keeps only the digest of its token", async () => {
    const token = await opened();
    expect(JSON.stringify(await db().setUpLink.findMany())).not.toContain(token);
  });

  it("works once", async () => {
    const token = await opened();
    expect(await setUpState(token)).toBe("open");
    await setUp({ token, ...first });
    expect(await setUpState(token)).toBe("used");
    await expect(setUp({ token, ...first, email: "b@example.com" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().user.count()).toBe(1);
  });

  it("makes one administrator when two use it at the same moment", async () => {
    const token = await opened();
    const all = await Promise.allSettled(
      ["a", "b", "c", "d"].map((name) => setUp({ token, ...first, email: `${name}@example.com` })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count()).toBe(1);
  });

  it("is not used up by a refusal", async () => {
    await db().user.create({ data: { name: "Somebody", email: "ada@example.com" } });
    const token = await opened();
    await expect(setUp({ token, ...first })).rejects.toMatchObject({ code: "conflict" });
    await expect(setUp({ token, ...first, email: "other@example.com" })).resolves.toBeDefined();
  });

  it("refuses a token that was never given out, and one that a later start has replaced", async () => {
    const old = await opened();
    const now = await opened();
    expect(await Promise.all(["guessed", old, now].map(setUpState))).toEqual(["over", "over", "open"]);
    await expect(setUp({ token: "guessed", ...first })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setUp({ token: old, ...first })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setUp({ token: now, ...first })).resolves.toBeDefined();
  });

  it("is not made, and works no more, when there is an administrator", async () => {
    const token = await opened();
    await person("administrator");
    expect(await openSetUp()).toBeNull();
    expect(await setUpState(token)).toBe("over");
    await expect(setUp({ token, ...first })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the set-up address of a further administrator", () => {
  it("makes one more, once, beside those that cannot sign in", async () => {
    await setUp({ token: await opened(), ...first });
    const token = await opened({ further: true });
    expect(await setUpState(token)).toBe("open");
    const made = await setUp({ token, ...first, email: "second@example.com" });
    expect(made).toMatchObject({ email: "second@example.com", role: "administrator" });
    expect(await setUpState(token)).toBe("used");
    await expect(setUp({ token, ...first, email: "c@example.com" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().user.count()).toBe(2);
  });

  it("is made only where that is asked for, and is void after an hour, or when another one is made", async () => {
    await person("administrator");
    expect(await openSetUp()).toBeNull();
    const old = await opened({ further: true });
    const late = await opened({ further: true });
    expect([await setUpState(old), await setUpState(late)]).toEqual(["over", "open"]);
    await db().setUpLink.updateMany({ data: { createdAt: new Date(Date.now() - 3_600_001) } });
    expect(await setUpState(late)).toBe("over");
    for (const token of [old, late, `further-${"x".repeat(43)}`]) {
      await expect(setUp({ token, ...first })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db().user.count()).toBe(1);
  });

  it("is that of the first one, where nobody is there", async () => {
    const token = await opened({ further: true });
    await person("administrator");
    await expect(setUp({ token, ...first })).rejects.toMatchObject({ code: "conflict" });
  });
});
