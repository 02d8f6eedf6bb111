// @ts-check
import pg from "pg";
import { errorCode, errorMessage, StartFailure } from "./failure.js";

const OLDEST_SERVER = 15;

/**
 * Connects to a PostgreSQL database, or says in one sentence why it cannot be used.
 * @param {string} url
 */
export async function connect(url) {
  const name = displayName(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: "launcher" });
  client.on("error", () => {}); // a connection lost while idle is reported by the next query
  try {
    await client.connect();
  } catch (error) {
    throw new StartFailure(`${reason(error, name)} (${errorMessage(error)}).`, { cause: error });
  }
  await refuseOldServer(client, name);
  return client;
}

/** @param {string} url */
function displayName(url) {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`; // never the password
  } catch (error) {
    throw new StartFailure("DATABASE_URL is not an address like postgresql://user:password@host:5432/database.", {
      cause: error,
    });
  }
}

/**
 * @param {unknown} error
 * @param {string} name
 */
function reason(error, name) {
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return `The database at ${name} refused the user or the password in DATABASE_URL`;
    case "3D000":
      return `The database ${name} does not exist`;
    default:
      return `The database at ${name} cannot be reached`;
  }
}

/**
 * @param {pg.Client} client
 * @param {string} name
 */
async function refuseOldServer(client, name) {
  const { rows } = await client.query("show server_version");
  const version = String(rows[0].server_version);
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  await client.end();
  throw new StartFailure(`The database at ${name} runs PostgreSQL ${version}: ${OLDEST_SERVER} or newer is needed.`);
}
