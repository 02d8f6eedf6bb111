import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** Makes a database of its own on the server of this test run, and returns its address. The server goes away with the run. */
export async function createDatabase(template: "migrated" | "template0"): Promise<string> {
  const server = inject("postgres");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client(`${server}/postgres`);
  await client.connect();
  await client.query(`create database ${name} template ${template} strategy file_copy`);
  await client.end();
  return `${server}/${name}`;
}
