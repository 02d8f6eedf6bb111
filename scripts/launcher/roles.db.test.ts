import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "../../lib/server/db.ts";
import { isSeparateRole } from "../../lib/server/record/separate-role.ts";
import { sealedRun } from "../../lib/server/testing/record.ts";
import { grantRoles } from "./roles.js";

/** Both roles, connected to the database of this file, in which there is a signed run. */
const clients = new Map<"web" | "worker", pg.Client>();

beforeAll(async () => {
  await sealedRun(1);
  const addresses = await grantRoles(process.env.DATABASE_URL ?? "");
  for (const name of ["web", "worker"] as const) {
    const client = new pg.Client(addresses[name]);
    await client.connect();
    clients.set(name, client);
  }
});

afterAll(async () => {
  for (const client of clients.values()) await client.end();
});

const ask = (name: "web" | "worker", text: string) => clients.get(name)?.query(text);

describe.each(["web", "worker"] as const)("the %s role", (name) => {
  it.each([
    ...["update run_event set at = now()", "delete from run_event", "truncate run_event cascade"],
    ...["update run_event set hash = null", "alter table run_event disable trigger all", "drop table run_event"],
    ...["drop trigger run_event_never_changes on run_event", "drop function refuse_change cascade"],
    ...["update run_seal set note = ''", "delete from run_seal", "update signing_key set public_key = ''"],
    ...["update procedure_version set title = ''", "delete from procedure_version"],
    ...["delete from _prisma_migrations", "create table mine (id int)", "create role another"],
    ...["set session_replication_role = replica", "alter role console_web superuser"],
  ])("may not: %s", async (statement) => {
    await expect(ask(name, statement)).rejects.toMatchObject({ code: "42501" });
  });

  it("is known as one that cannot change the record, unlike the owner", async () => {
    const client = clients.get(name);
    expect(client && (await isSeparateRole(client))).toBe(true);
    expect(await isSeparateRole(database().pool)).toBe(false);
  });

  it("may read the log and add to it", async () => {
    const rows = await ask(name, "select count(*)::int as count from run_event");
    expect(rows?.rows[0].count).toBeGreaterThan(0);
    await ask(name, "begin");
    await ask(
      name,
      `insert into run_event (run_id, seq, at, actor, event, hash)
       select run_id, 9999, at, actor, event, hash from run_event limit 1`,
    );
    await ask(name, "rollback");
  });
});

it("the web role adds no signature, and the worker publishes nothing", async () => {
  const seal = "insert into run_seal select run_id, 1, note, fingerprint, now() from run_seal";
  await expect(ask("web", seal)).rejects.toMatchObject({ code: "42501" });
  await expect(ask("worker", "insert into procedure_version select * from procedure_version")).rejects.toMatchObject({
    code: "42501",
  });
});

it("the worker does not see where messages go", async () => {
  for (const table of ["mail_server", "notice_channel", "notice_choice", "notice_delivery", "notice_part"]) {
    await expect(ask("worker", `select from ${table}`)).rejects.toMatchObject({ code: "42501" });
    expect((await ask("web", `select from ${table}`))?.rowCount).toBe(0);
  }
});

it("a second start gives new passwords and the same rights", async () => {
  const before = clients.get("web");
  const { web } = await grantRoles(process.env.DATABASE_URL ?? "");
  const again = new pg.Client(web);
  await again.connect();
  expect((await again.query("select current_user as who")).rows).toEqual([{ who: "console_web" }]);
  await again.end();
  expect((await before?.query("select 1 as one"))?.rows).toEqual([{ one: 1 }]);
});
