// @ts-check
import { randomBytes } from "node:crypto";
import pg from "pg";
import { connect } from "./database.js";

/**
 * What the programs of the console may do in the database: everything but change what is recorded. They own nothing, so
 * they cannot change tables, triggers or rights. The worker alone adds signatures, and the web process alone has messages.
 * @typedef {{ web: string, worker: string }} Addresses the database as each of them reaches it
 */

const NAMES = /** @type {const} */ (["console_web", "console_worker"]);

/**
 * Append-only tables, which nobody may change, and who may not even add to them.
 * @type {Record<string, readonly string[]>}
 */
const RECORD = {
  run_event: [],
  evidence_file: ["console_worker"],
  run_seal: ["console_web"],
  signing_key: ["console_web"],
  procedure_version: ["console_worker"],
  _prisma_migrations: NAMES,
};

/**
 * Tables of one program alone; the other may not even read them.
 * @type {Record<string, readonly string[]>}
 */
const CLOSED = {
  mail_server: ["console_worker"],
  notice_channel: ["console_worker"],
  notice_choice: ["console_worker"],
  notice_delivery: ["console_worker"],
  notice_part: ["console_worker"],
};

/**
 * Makes the two roles where they are missing, gives them new passwords and exactly these rights. Run after each migration,
 * as the owner, who must be allowed to make roles.
 * @param {string} ownerUrl
 * @returns {Promise<Addresses>}
 */
export async function grantRoles(ownerUrl) {
  const client = await connect(ownerUrl);
  try {
    const [web, worker] = [randomBytes(24).toString("base64url"), randomBytes(24).toString("base64url")];
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('console roles'))");
    await makeRole(client, NAMES[0], web);
    await makeRole(client, NAMES[1], worker);
    for (const statement of rights(await tablesOf(client))) await client.query(statement);
    await client.query("commit");
    return { web: address(ownerUrl, NAMES[0], web), worker: address(ownerUrl, NAMES[1], worker) };
  } finally {
    await client.end();
  }
}

/**
 * @param {pg.Client} client
 * @param {string} name
 * @param {string} password
 */
async function makeRole(client, name, password) {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  const verb = rowCount === 0 ? "create" : "alter";
  await client.query(
    `${verb} role ${name} login nosuperuser nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
  );
}

/** @param {pg.Client} client */
async function tablesOf(client) {
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
  return rows.map(({ tablename }) => tablename);
}

/**
 * The rights as statements; README names them for a database of one's own.
 * @param {string[]} tables
 */
function rights(tables) {
  const both = NAMES.join(", ");
  return [
    `revoke all on all tables in schema public from ${both}`,
    `grant usage on schema public to ${both}`,
    `grant usage on all sequences in schema public to ${both}`,
    `grant select, insert, update, delete on all tables in schema public to ${both}`,
    ...Object.entries(RECORD)
      .filter(([table]) => tables.includes(table))
      .flatMap(([table, closedTo]) => [
        `revoke update, delete on ${table} from ${both}`,
        ...(closedTo.length > 0 ? [`revoke insert on ${table} from ${closedTo.join(", ")}`] : []),
      ]),
    ...Object.entries(CLOSED)
      .filter(([table]) => tables.includes(table))
      .map(([table, closedTo]) => `revoke all on ${table} from ${closedTo.join(", ")}`),
  ];
}

/**
 * @param {string} ownerUrl
 * @param {string} user
 * @param {string} password
 */
function address(ownerUrl, user, password) {
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = password;
  return url.href;
}
