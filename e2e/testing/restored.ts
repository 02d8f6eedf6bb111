import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** Beside the product, as whoever restores its database is. */
async function connect(dataFolder: string): Promise<pg.Client> {
  const folder = path.join(dataFolder, "postgres");
  const [, , , port] = readFileSync(path.join(folder, "data", "postmaster.pid"), "utf8").split("\n");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(port),
    user: "postgres",
    password: readFileSync(path.join(folder, "password"), "utf8").trim(),
    database: "postgres",
  });
  await client.connect();
  return client;
}

const TABLES = [
  ["run", "id"],
  ["run_step", "run_id"],
  ["run_event", "run_id"],
] as const;

/** Remembers a run as it stands; what is answered brings it back to that, as a database restored from a time before would. */
export async function remember(dataFolder: string, runId: string): Promise<() => Promise<void>> {
  const client = await connect(dataFolder);
  for (const [table, column] of TABLES) {
    await client.query(`create temporary table kept_${table} as select * from ${table} where ${column} = '${runId}'`);
  }
  return async () => {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    for (const [table, column] of TABLES) {
      await client.query(`delete from ${table} where ${column} = $1`, [runId]);
      const { rows } = await client.query<{ name: string }>(
        `select quote_ident(column_name) as name from information_schema.columns
          where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
        [table],
      );
      const columns = rows.map(({ name }) => name).join();
      await client.query(
        `insert into ${table} (${columns}) overriding system value select ${columns} from kept_${table}`,
      );
    }
    await client.query("commit");
    await client.end();
  };
}
