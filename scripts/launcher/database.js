// @ts-check
import pg from "pg";
import { errorCode, errorMessage, StartFailure } from "./failure.js";

const OLDEST_SERVER = 15;

/**
 * Connects to a PostgreSQL database, or says in one sentence why it cannot be used.
 * @param {string} url
 * @param {string} [variable] that says so
 */
export async function connect(url, variable = "DATABASE_URL") {
  const name = displayName(url, variable);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: "launcher" });
  client.on("error", () => {}); // a connection lost while idle is reported by the next query
  try {
    await client.connect();
    const { rows } = await client.query("show server_version");
    refuseOldServer(rows[0].server_version, name);
    return client;
  } catch (error) {
    await client.end();
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`${reason(error, name, variable)} (${errorMessage(error)}).`, { cause: error });
  }
}

/**
 * @param {string} url
 * @param {string} variable
 */
function displayName(url, variable) {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`; // never the password
  } catch (error) {
    throw new StartFailure(`${variable} is not an address like postgresql://user:password@host:5432/database.`, {
      cause: error,
    });
  }
}

/**
 * @param {unknown} error
 * @param {string} name
 * @param {string} variable
 */
function reason(error, name, variable) {
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return `The database at ${name} refused the user or the password in ${variable}`;
    case "3D000":
      return `The database ${name} does not exist`;
    default:
      return `The database at ${name} cannot be reached`;
  }
}

/**
 * @param {string} version as the server shows it, like "14.12 (Debian 14.12-1)"
 * @param {string} name
 */
export function refuseOldServer(version, name) {
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  throw new StartFailure(`The database at ${name} runs PostgreSQL ${version}: ${OLDEST_SERVER} or newer is needed.`);
}
