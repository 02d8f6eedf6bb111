import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { createDatabase } from "#lib/server/testing/create-database.ts";
import { refuseOldServer } from "./database.js";
import { migrate } from "./migrate.js";

let database: string;
let folder: string;

beforeEach(async () => {
  database = await createDatabase("template0");
  folder = mkdtempSync(path.join(inject("folder"), "migrations-"));
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const tables = () => query("select tablename as name from pg_tables where schemaname = 'public' order by 1");

test("applies migrations in the order of their names, once", async () => {
  write("0002_second", "insert into place values (1)");
  write("0001_first", "create table place (id int)");
  expect(await migrate(database, folder)).toEqual(["0001_first", "0002_second"]);
  expect(await migrate(database, folder)).toEqual([]);
  expect(await query("select * from place")).toEqual([{ id: 1 }]);
});

test("keeps the history as Prisma does", async () => {
  write("0001_first", "select 1");
  await migrate(database, folder);
  expect(
    await query(`select migration_name, checksum, finished_at is not null as finished, rolled_back_at, logs,
                        applied_steps_count from _prisma_migrations`),
  ).toEqual([
    {
      migration_name: "0001_first",
      checksum: "822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f", // printf 'select 1' | sha256sum
      finished: true,
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    },
  ]);
});

test("two at once apply each migration once", async () => {
  write("0001_first", "create table place (id int)");
  const applied = await Promise.all([migrate(database, folder), migrate(database, folder), migrate(database, folder)]);
  expect(applied.flat()).toEqual(["0001_first"]);
});

describe("the product's own migrations", () => {
  const own = path.resolve("prisma/migrations");
  const names = readdirSync(own).filter((name) => !name.includes("."));

  test.each(names)("%s applies to the schema before it", async (name) => {
    const before = names.slice(0, names.indexOf(name));
    for (const earlier of before) cpSync(path.join(own, earlier), path.join(folder, earlier), { recursive: true });
    expect(await migrate(database, folder)).toEqual(before);
    expect(await migrate(database, own)).toEqual(names.slice(before.length));
  });
});

describe("refuses", () => {
  beforeEach(async () => {
    write("0001_first", "create table place (id int)");
    await migrate(database, folder);
  });

  test("a migration that was edited", async () => {
    appendFileSync(path.join(folder, "0001_first/migration.sql"), " -- better");
    await expect(migrate(database, folder)).rejects.toThrow("0001_first was edited after it was applied");
  });

  test("a database from a newer version", async () => {
    const older = mkdtempSync(path.join(inject("folder"), "migrations-"));
    await expect(migrate(database, older)).rejects.toThrow("0001_first, which this version does not know");
  });

  test("a migration that Prisma left half done", async () => {
    await query("update _prisma_migrations set finished_at = null");
    await expect(migrate(database, folder)).rejects.toThrow("0001_first failed halfway");
  });

  test("to go on after a migration that fails, of which nothing stays", async () => {
    write("0002_second", "create table other (id int); insert into nowhere values (1)");
    write("0003_third", "create table third (id int)");
    await expect(migrate(database, folder)).rejects.toThrow(
      'Migration 0002_second failed and was rolled back (relation "nowhere" does not exist)',
    );
    expect(await tables()).toEqual([{ name: "_prisma_migrations" }, { name: "place" }]);
    expect(await query("select migration_name as name from _prisma_migrations")).toEqual([{ name: "0001_first" }]);
  });
});

test("says without the password why a database cannot be used", async () => {
  const { port, password } = new URL(database);
  const address = database.slice(0, database.lastIndexOf("/"));
  const cases = {
    [`${address}/nowhere`]: `The database 127.0.0.1:${port}/nowhere does not exist`,
    [database.replace(password, "wrong")]: "refused the user or the password",
    "postgresql://me:secret@127.0.0.1:1/it": "The database at 127.0.0.1:1/it cannot be reached",
    "it's here": "DATABASE_URL is not an address",
  };
  for (const [url, sentence] of Object.entries(cases)) {
    const error = await migrate(url, folder).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: "StartFailure", message: expect.stringContaining(sentence) });
    expect(error).toMatchObject({ message: expect.not.stringMatching(`secret|${password}`) });
  }
});

test("refuses a PostgreSQL before 15", () => {
  expect(() => refuseOldServer("14.12 (Debian 14.12-1)", "db:5432/it")).toThrow(
    "The database at db:5432/it runs PostgreSQL 14.12 (Debian 14.12-1): 15 or newer is needed.",
  );
  expect(() => refuseOldServer("15.0", "db:5432/it")).not.toThrow();
});
