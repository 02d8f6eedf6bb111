import { describe, expect, it } from "vitest";
import { SignInLimit } from "#lib/server/people/sign-in-limit.ts";

const MINUTE = 60_000;
const limits = { windowMs: 5 * MINUTE, failuresPerAccount: 5, failuresPerAddress: 3 };

const wrong = async () => null;
const right = async () => "in";

async function failures(limit: SignInLimit, count: number, who: { account: string; address: string | null }) {
  for (let i = 0; i < count; i += 1) await limit.attempt(who, wrong, 0);
}

describe("the limit of attempts", () => {
  it("holds for an account wherever the attempts come from", async () => {
    const limit = new SignInLimit(limits);
    for (let i = 0; i < 5; i += 1) await limit.attempt({ account: "a", address: `192.0.2.${i}` }, wrong, 0);
    const next = limit.attempt({ account: "a", address: "192.0.2.99" }, right, MINUTE);
    await expect(next).rejects.toMatchObject({ code: "too_many_requests", extras: { retryAfterSeconds: 240 } });
    await expect(limit.attempt({ account: "b", address: null }, right, MINUTE)).resolves.toBe("in");
  });

  it("holds for an address whichever account is tried, and before the account is locked for others", async () => {
    const limit = new SignInLimit(limits);
    await failures(limit, 3, { account: "a", address: "192.0.2.1" });
    const other = limit.attempt({ account: "b", address: "192.0.2.1" }, right, 0);
    await expect(other).rejects.toMatchObject({ code: "too_many_requests" });
    await expect(limit.attempt({ account: "a", address: "192.0.2.2" }, right, 0)).resolves.toBe("in");
  });

  it("takes the first half of an IPv6 address for one place", async () => {
    const limit = new SignInLimit(limits);
    for (let i = 0; i < 3; i += 1) await limit.attempt({ account: `${i}`, address: `2001:db8::${i}:1` }, wrong, 0);
    const neighbour = limit.attempt({ account: "x", address: "2001:db8:0:0:ffff::1" }, right, 0);
    await expect(neighbour).rejects.toMatchObject({ code: "too_many_requests" });
    await expect(limit.attempt({ account: "x", address: "2001:db8:0:1::1" }, right, 0)).resolves.toBe("in");
  });

  it("ends with its time", async () => {
    const limit = new SignInLimit(limits);
    await failures(limit, 5, { account: "a", address: null });
    await expect(limit.attempt({ account: "a", address: null }, right, 5 * MINUTE)).resolves.toBe("in");
  });

  it("counts neither successes nor errors of ours", async () => {
    const limit = new SignInLimit(limits);
    const who = { account: "a", address: "192.0.2.1" };
    const away = () => Promise.reject(new Error("the database is away"));
    for (let i = 0; i < 10; i += 1) {
      await limit.attempt(who, right, 0);
      await expect(limit.attempt(who, away, 0)).rejects.toThrow("away");
    }
    await expect(limit.attempt(who, right, 0)).resolves.toBe("in");
  });

  it("is not got round by many attempts at once", async () => {
    const limit = new SignInLimit(limits);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => limit.attempt({ account: "a", address: null }, wrong, 0)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });
});
