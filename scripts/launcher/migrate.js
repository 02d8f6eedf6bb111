// @ts-check
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { connect } from "./database.js";
import { errorCode, errorMessage, StartFailure } from "./failure.js";

/**
 * @typedef {{ name: string, sql: string, checksum: string }} Migration
 * @typedef {{ migration_name: string, checksum: string, finished_at: Date | null }} AppliedMigration
 * @typedef {import("pg").Client} Client
 */

/** The lock `prisma migrate` takes: both may meet on one database. */
const PRISMA_LOCK = 72707369;

/** As Prisma creates it, so that `prisma migrate status` and `deploy` agree with us. */
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * Brings the database at `url` to the state of `folder` (one `<name>/migration.sql` each, in the order of their names).
 * Each migration is one transaction: one that fails leaves nothing behind.
 * Returns the names of those applied now. Throws StartFailure.
 * @param {string} url
 * @param {string} folder
 */
export async function migrate(url, folder) {
  const client = await connect(url);
  try {
    await takeTurn(client);
    const pending = pendingMigrations(readMigrations(folder), await readHistory(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // frees the lock as well
  }
}

/** @param {Client} client */
async function takeTurn(client) {
  await client.query("set lock_timeout = '60s'");
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
  } catch (error) {
    if (errorCode(error) !== "55P03") throw error;
    throw new StartFailure("Another process has been migrating this database for a minute: wait for it, or end it.");
  }
}

/**
 * @param {string} folder
 * @returns {Migration[]}
 */
function readMigrations(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const content = readFileSync(path.join(folder, name, "migration.sql"));
      return { name, sql: content.toString(), checksum: createHash("sha256").update(content).digest("hex") };
    });
}

/**
 * @param {Client} client
 * @returns {Promise<AppliedMigration[]>}
 */
async function readHistory(client) {
  await client.query(HISTORY);
  const { rows } = await client.query(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  return rows;
}

/**
 * The migrations the database does not have yet; refuses a history that the files do not explain.
 * @param {Migration[]} known
 * @param {AppliedMigration[]} history
 */
function pendingMigrations(known, history) {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of history) {
    const migration = byName.get(name);
    if (!migration) {
      throw new StartFailure(
        `The database has the migration ${name}, which this version does not know: start the version that made it.`,
      );
    }
    if (!finished_at) {
      throw new StartFailure(
        `Migration ${name} failed halfway in this database: repair it with "prisma migrate resolve".`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new StartFailure(
        `Migration ${name} was edited after it was applied: restore the file, and make the change in a new migration.`,
      );
    }
  }
  const applied = new Set(history.map((row) => row.migration_name));
  return known.filter(({ name }) => !applied.has(name));
}

/**
 * @param {Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new StartFailure(`Migration ${name} failed and was rolled back (${errorMessage(error)}).`, { cause: error });
  }
}
