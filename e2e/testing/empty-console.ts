import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { untilHealthy } from "../../scripts/launcher/health.js";
import { migrate } from "../../scripts/launcher/migrate.js";
import type { Accounts } from "./accounts.ts";
import { EMPTY_PORT } from "./addresses.ts";
import { newMark } from "./api.ts";
import { ownerUrl, sql } from "./owner-sql.ts";

const URL = `http://127.0.0.1:${EMPTY_PORT}`;

export type EmptyConsole = {
  url: string;
  /** Where its first administrator is made. */
  setUp: string;
  /** In its database, as who owns that. */
  sql: (text: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** A console of its own in the same PostgreSQL: nobody, no procedure, no site, no run. */
export async function emptyConsole({ dataFolder }: Accounts): Promise<EmptyConsole> {
  const folder = path.join(dataFolder, "empty");
  mkdirSync(folder, { recursive: true });
  const server = await ownerUrl(dataFolder);
  const name = `empty_${newMark()}`;
  await sql(server, `create database ${name}`);
  const database = server.replace(/postgres$/, name);
  await migrate(database, path.resolve("prisma/migrations"));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ DATABASE_URL: database, DATA_DIR: folder, BASE_URL: URL, AUTH_SECRET: randomBytes(32).toString("hex") },
    ...{ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "warn" },
  };
  const prepare = ["--conditions=react-server", "lib/server/prepare.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, prepare, { env });
  // What a start brings along is gone, as far as anybody can tell.
  await sql(database, "set session_replication_role = replica; delete from site; delete from procedure_version");
  const next = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(EMPTY_PORT)];
  const web = spawn(process.execPath, next, { env, stdio: "ignore" });
  const ended = new Promise<void>((resolve) => void web.once("exit", () => resolve()));
  await untilHealthy(`${URL}/api/health`, AbortSignal.timeout(30_000));
  return {
    url: URL,
    setUp: `${URL}/set-up?token=${/token=([\w-]+)/.exec(stdout)?.[1]}`,
    sql: (text) => sql(database, text),
    stop: () => {
      web.kill("SIGTERM");
      return ended;
    },
  };
}
