import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { untilHealthy } from "../scripts/launcher/health.js";
import { migrate } from "../scripts/launcher/migrate.js";
import { startPostgres } from "../scripts/launcher/postgres.js";
import type { Account, Accounts } from "./accounts.ts";
import { EMPTY_PORT } from "./addresses.ts";
import { newMark } from "./api.ts";
import { send, signIn } from "./signed-in.ts";

const URL = `http://127.0.0.1:${EMPTY_PORT}`;
const PERSON = { name: "Mei Mori", email: "first@example.com", password: randomBytes(12).toString("base64url") };

type EmptyConsole = { url: string; cookie: Account["cookie"]; stop: () => Promise<void> };

/** A console of its own in the same PostgreSQL, with its first administrator: no procedure, no site, no run. */
export async function emptyConsole({ dataFolder }: Accounts): Promise<EmptyConsole> {
  const folder = path.join(dataFolder, "empty");
  mkdirSync(folder, { recursive: true });
  const server = await startPostgres({ dataFolder, logFile: path.join(folder, "postgres.log") });
  const name = `empty_${newMark()}`;
  await sql(server.url, `create database ${name}`);
  const database = server.url.replace(/postgres$/, name);
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
  await send(URL, "/api/set-up", { token: /token=([\w-]+)/.exec(stdout)?.[1], ...PERSON });
  return {
    url: URL,
    cookie: await signIn(URL, PERSON),
    stop: () => {
      web.kill("SIGTERM");
      return ended;
    },
  };
}

async function sql(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
