import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { createDatabase } from "#lib/server/testing/create-database.ts";

const PERSON = "01890000-0000-7000-8000-000000000001";
const CHANNEL = "01890000-0000-7000-8000-000000000002";
const DELIVERED = "01890000-0000-7000-8000-000000000003";
const TEST = "01890000-0000-7000-8000-000000000004";
const WAITING = "01890000-0000-7000-8000-000000000005";

/** As a console of before wrote it. */
const BEFORE = `
  insert into app_user (id, name, email) values ('${PERSON}', 'Jun', 'jun@example.com');
  insert into notice_channel (id, name, format, address, host, secret, kinds, drills, created_by)
    values ('${CHANNEL}', 'Pager', 'webhook', 'sealed', 'example.com', 'sealed', '{run_changed}', true, 'Daichi');
  insert into notice_delivery (id, key, channel_id, message, state, tries, ended_at)
    values ('${DELIVERED}', 'run:1:run_changed::${CHANNEL}', '${CHANNEL}', '{}', 'delivered', 1, '2026-01-01T00:00:00Z'),
           ('${TEST}', 'test:${TEST}', '${CHANNEL}', '{}', 'given_up', 1, '2026-01-02T00:00:00Z');
  insert into notice_delivery (id, key, user_id, email, message)
    values ('${WAITING}', 'run:2:step_ready:1:${PERSON}', '${PERSON}', 'jun@example.com', '{}');`;

test("an update keeps the messages that are there: none is told again, and a channel knows when it was reached last", async () => {
  const client = new pg.Client(await createDatabase("template0"));
  await client.connect();
  const apply = (name: string) => client.query(readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8"));
  const all = readdirSync("prisma/migrations").filter((name) => /^\d/.test(name));
  for (const name of all.filter((one) => one < "0020")) await apply(name);
  await client.query(BEFORE);
  await apply("0020_messages");
  const rows = async (sql: string) => (await client.query(sql)).rows;
  expect(await rows("select key, delivery_id from notice_part order by key")).toEqual([
    { key: `run:1:run_changed::${CHANNEL}`, delivery_id: DELIVERED },
    { key: `run:2:step_ready:1:${PERSON}`, delivery_id: WAITING },
  ]);
  expect(await rows("select delivered_at, failing_since, failure, locale from notice_channel")).toEqual([
    { delivered_at: new Date("2026-01-01T00:00:00Z"), failing_since: null, failure: null, locale: "en" },
  ]);
  await expect(client.query("delete from notice_channel")).rejects.toMatchObject({ code: "23001" });
  await client.end();
});
