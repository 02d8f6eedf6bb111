// @ts-check
import { randomBytes } from "node:crypto";
import pg from "pg";
import { connect } from "./database.js";

/**
 * What the programs of the console may do in the database: everything but change what is recorded. They own nothing, so
 * they cannot change tables, triggers or rights. The worker alone adds signatures.
 * @typedef {{ web: string, worker: string }} Addresses the database as each of them reaches it
 */

const NAMES = /** @type {const} */ (["console_web", "console_worker"]);

/** Append-only: no right to change, remove or empty it. */
const RECORD = ["run_event", "run_seal", "signing_key", "procedure_version", "_prisma_migrations"];

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
    for (const statement of rights()) await client.query(statement);
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

/** The rights as statements; README names them for a database of one's own. */
const rights = () => {
  const both = NAMES.join(", ");
  const record = RECORD.join(", ");
  return [
    `revoke all on all tables in schema public from ${both}`,
    `grant usage on schema public to ${both}`,
    `grant usage on all sequences in schema public to ${both}`,
    `grant select, insert, update, delete on all tables in schema public to ${both}`,
    `revoke update, delete on ${record} from ${both}`,
    `revoke insert on procedure_version, _prisma_migrations from console_worker`,
    `revoke insert on _prisma_migrations, run_seal, signing_key from console_web`,
  ];
};

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
