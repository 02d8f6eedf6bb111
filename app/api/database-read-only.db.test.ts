import { beforeAll, describe, expect, it } from "vitest";
import { GET as getSession, POST as signIn } from "#app/api/session/route.ts";
import { POST as createSite, GET as listSites } from "#app/api/sites/route.ts";
import { Problem } from "#lib/contract/problem.ts";
import { database, disconnect } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { createUser } from "#lib/server/people/users.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const credentials = { email: "sam@example.com", password: "correct horse battery" };
let cookie: string;

log.level = "silent"; // what happens here is expected

beforeAll(async () => {
  const admin = await person("administrator");
  cookie = await cookieOf(admin);
  await createUser(admin, { ...credentials, name: "Sam", role: "operator" });
  const { rows } = await database().pool.query("select current_database() as name");
  await database().pool.query(`alter database ${rows[0].name} set default_transaction_read_only = on`);
  await disconnect(); // it counts for new connections
});

describe("while the database cannot be written", () => {
  it.each([
    ["a change", () => call(createSite, { method: "POST", cookie, body: { key: "a", name: "A" } })],
    ["signing in", () => call(signIn, { method: "POST", body: credentials })],
  ])("%s is not saved, and that is said", async (_, ask) => {
    const answer = await ask();
    expect(Problem.parse(await answer.json())).toMatchObject({ status: 503, code: "not_saved" });
  });

  it("who is signed in can still read", async () => {
    expect(await (await call(listSites, { cookie })).json()).toEqual({ sites: [], next: null });
    expect(await (await call(getSession, { cookie })).json()).toMatchObject({ person: { role: "administrator" } });
  });
});
