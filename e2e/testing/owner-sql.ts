import path from "node:path";
import pg from "pg";
import { startPostgres } from "../../scripts/launcher/postgres.js";

/** The PostgreSQL that the product under test has started, as who owns it. */
export async function ownerUrl(dataFolder: string): Promise<string> {
  const { url } = await startPostgres({ dataFolder, logFile: path.join(dataFolder, "postgres-of-tests.log") });
  return url;
}

/** What the console itself may not do. */
export async function sql(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
