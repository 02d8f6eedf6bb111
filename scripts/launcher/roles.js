// @ts-check
import { randomBytes } from "node:crypto";
import pg from "pg";
import { connect } from "./database.js";
import { errorMessage, StartFailure } from "./failure.js";

/**
 * What the programs of the console may do in the database: everything but change what is recorded. They own nothing, so
 * they cannot change tables, triggers or rights. The worker alone adds signatures, and the web process alone has messages.
 * @typedef {"web" | "worker"} Program
 * @typedef {Record<Program, string>} Addresses the database as each of them reaches it
 * @typedef {{ role: string, programs: Program[] }} Holder
 */

const PROGRAMS = /** @type {const} */ (["web", "worker"]);

/**
 * Append-only tables, which nobody may change, and who may not even add to them.
 * @type {Record<string, readonly Program[]>}
 */
const RECORD = {
  run_event: [],
  evidence_file: ["worker"],
  run_seal: ["web"],
  signing_key: ["web"],
  procedure_version: ["worker"],
  _prisma_migrations: PROGRAMS,
};

/**
 * Tables of one program alone; the other may not even read them.
 * @type {Record<string, readonly Program[]>}
 */
const CLOSED = {
  mail_server: ["worker"],
  notice_channel: ["worker"],
  notice_choice: ["worker"],
  notice_delivery: ["worker"],
  notice_part: ["worker"],
};

/**
 * Makes the two roles where they are missing, gives them new passwords and exactly these rights. Run after each migration,
 * as the owner, who must be allowed to make roles.
 * @param {string} ownerUrl
 * @returns {Promise<Addresses>}
 */
export async function grantRoles(ownerUrl) {
  const [web, worker] = [randomBytes(24).toString("base64url"), randomBytes(24).toString("base64url")];
  await inTurn(ownerUrl, async (client) => {
    await makeRole(client, "console_web", web);
    await makeRole(client, "console_worker", worker);
    await grant(client, [
      { role: "console_web", programs: ["web"] },
      { role: "console_worker", programs: ["worker"] },
    ]);
  });
  return { web: address(ownerUrl, "console_web", web), worker: address(ownerUrl, "console_worker", worker) };
}

/**
 * Gives the roles that are named for a database of one's own exactly these rights, as its owner, who need not be allowed to
 * make roles. Run after each migration: what it made is nobody's yet. Throws StartFailure.
 * @param {string} ownerUrl
 * @param {Record<Program, string | undefined>} urls
 * @returns {Promise<Addresses>}
 */
export async function grantRights(ownerUrl, urls) {
  /** @type {Map<string, Program[]>} */
  const roles = new Map();
  for (const program of PROGRAMS) {
    const url = urls[program];
    if (!url) continue;
    const role = await roleOf(url, `${program.toUpperCase()}_DATABASE_URL`);
    roles.set(role, [...(roles.get(role) ?? []), program]);
  }
  const holders = [...roles].map(([role, programs]) => ({ role, programs }));
  if (holders.length > 0) await inTurn(ownerUrl, (client) => grantToOthers(client, holders));
  return { web: urls.web ?? ownerUrl, worker: urls.worker ?? ownerUrl };
}

/**
 * @param {string} url
 * @param {string} variable
 * @returns {Promise<string>}
 */
async function roleOf(url, variable) {
  const client = await connect(url, variable);
  try {
    return (await client.query("select current_user as role")).rows[0].role;
  } finally {
    await client.end();
  }
}

/**
 * Who is the owner too, or can act as the owner, keeps what the owner has.
 * @param {pg.Client} client
 * @param {Holder[]} holders
 */
async function grantToOthers(client, holders) {
  const names = holders.map(({ role }) => role);
  const { rows } = await client.query(
    "select rolname as role from pg_roles where rolname = any ($1) and not pg_has_role(oid, current_user, 'member')",
    [names],
  );
  const others = new Set(rows.map(({ role }) => role));
  try {
    await grant(
      client,
      holders.filter(({ role }) => others.has(role)),
    );
  } catch (error) {
    throw new StartFailure(`${names.join(" and ")} could not be given their rights (${errorMessage(error)}).`, {
      cause: error,
    });
  }
}

/**
 * One transaction, one launcher at a time.
 * @param {string} ownerUrl
 * @param {(client: pg.Client) => Promise<void>} work
 */
async function inTurn(ownerUrl, work) {
  const client = await connect(ownerUrl);
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('console roles'))");
    await work(client);
    await client.query("commit");
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

/**
 * @param {pg.Client} client
 * @param {Holder[]} holders
 */
async function grant(client, holders) {
  const [tables, sequences] = [await ownedBy(client, ["r", "p", "v", "m"]), await ownedBy(client, ["S"])];
  for (const holder of holders) {
    for (const statement of rights(holder, tables, sequences)) await client.query(statement);
  }
}

/**
 * What the owner may give rights to: an extension's tables may be somebody else's.
 * @param {pg.Client} client
 * @param {string[]} kinds
 * @returns {Promise<string[]>}
 */
async function ownedBy(client, kinds) {
  const { rows } = await client.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = any ($1)
       and pg_has_role(relowner, 'usage') order by relname`,
    [kinds],
  );
  return rows.map(({ relname }) => relname);
}

/**
 * The rights of a role as statements.
 * @param {Holder} holder
 * @param {string[]} tables
 * @param {string[]} sequences
 */
function rights({ role, programs }, tables, sequences) {
  const name = pg.escapeIdentifier(role);
  const allowed = Map.groupBy(tables, (table) => verbs(table, programs));
  return [
    `grant usage on schema public to ${name}`,
    ...(tables.length > 0 ? [`revoke all on ${list(tables)} from ${name}`] : []),
    ...(sequences.length > 0 ? [`grant usage on sequence ${list(sequences)} to ${name}`] : []),
    ...[...allowed].filter(([verb]) => verb).map(([verb, some]) => `grant ${verb} on ${list(some)} to ${name}`),
  ];
}

/** @param {string[]} names */
const list = (names) => names.map((name) => `public.${pg.escapeIdentifier(name)}`).join(", ");

/**
 * What a role may do with a table: what one of its programs may.
 * @param {string} table
 * @param {Program[]} programs
 */
function verbs(table, programs) {
  /** @param {readonly Program[] | undefined} barred */
  const bars = (barred) => programs.every((program) => barred?.includes(program));
  if (bars(CLOSED[table])) return "";
  if (!(table in RECORD)) return "select, insert, update, delete";
  return bars(RECORD[table]) ? "select" : "select, insert";
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
