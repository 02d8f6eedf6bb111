import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { changeUser } from "#lib/server/people/users.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";
import { GET } from "../runs/route.ts";

let operator: Person;
let cookie: string;

beforeEach(async () => {
  operator = await person("operator");
  cookie = await cookieOf(operator);
});

const refused = async (more: Parameters<typeof call>[1]) => {
  const answer = await call(GET, more);
  expect(answer.status).toBe(401);
  return (await answer.json()) as { ranOut?: true };
};
const endTime = () =>
  db().session.updateMany({ where: { userId: operator.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });

describe("Who is not signed in is told whether the time of their session is over", () => {
  it("by who still has its cookie", async () => {
    expect((await call(GET, { cookie })).status).toBe(200);
    await endTime();
    expect(await refused({ cookie })).toMatchObject({ ranOut: true });
  });

  it("and by whose browser has dropped that", async () => {
    expect(await refused({})).toMatchObject({ ranOut: true });
  });

  it("not where somebody ended it, also after its time", async () => {
    await endTime();
    await db().session.deleteMany({ where: { userId: operator.id } });
    expect((await refused({ cookie })).ranOut).toBeUndefined();
  });

  it("not where they were deactivated", async () => {
    await endTime();
    await changeUser(await person("administrator"), operator.id, { disabled: true });
    expect((await refused({ cookie })).ranOut).toBeUndefined();
  });

  it("not for a cookie that is not ours, nor for another who is signed in, nor for a token", async () => {
    expect((await refused({ cookie: "session=x.y" })).ranOut).toBeUndefined();
    const other = { "x-reader": (await person("operator")).id };
    expect((await refused({ cookie, headers: other })).ranOut).toBeUndefined();
    expect((await refused({ headers: { authorization: "Bearer swc_no" } })).ranOut).toBeUndefined();
  });
});
