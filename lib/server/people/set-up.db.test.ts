import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/server/db.ts";
import { openSetUp, setUp, setUpState } from "#lib/server/people/set-up.ts";
import { person } from "#lib/server/testing/runs.ts";

const first = { name: "Ada Admin", email: "Ada@Example.com", password: "correct horse battery" };

async function opened(): Promise<string> {
  const token = await openSetUp();
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
