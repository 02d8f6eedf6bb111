import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../../scripts/launcher/migrate.js";
import { startPostgres } from "../../../scripts/launcher/postgres.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server of this run, without a database: `postgresql://user:password@host:port`. */
    postgres: string;
    /** For the files of this run. */
    folder: string;
  }
}

/** Starts one PostgreSQL for the run, with a migrated database to clone; both are gone when it ends. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "switchover-test-"));
  chmodSync(folder, 0o755); // as root, PostgreSQL runs as another account
  const server = await startPostgres({
    dataFolder: folder,
    logFile: path.join(folder, "postgres.log"),
    settings: { fsync: "off", max_connections: "200" },
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  // Vitest ends at once on this signal, and calls nothing of what is returned here: the server would go on.
  process.once("SIGTERM", () => void server.stop());
  const address = server.url.replace(/\/postgres$/, "");
  try {
    await makeTemplate(address);
  } catch (error) {
    await stop(); // Vitest does not call what a failed setup did not return
    throw error;
  }
  project.provide("postgres", address);
  project.provide("folder", folder);
  return stop;
}

async function makeTemplate(address: string) {
  const client = new pg.Client(`${address}/postgres`);
  await client.connect();
  try {
    await client.query("create database migrated");
    await migrate(`${address}/migrated`, path.resolve("prisma/migrations"));
    await client.query("alter database migrated is_template true allow_connections false");
  } finally {
    await client.end();
  }
}
