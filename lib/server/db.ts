import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { forgetRuns } from "#lib/server/runs/recent.ts";
import { PrismaClient } from "#prisma/generated/client.ts";

/** One pool and one Prisma client a process, made when first used. Routes and instrumentation are bundled apart. */
type Database = { pool: pg.Pool; prisma: PrismaClient };

const key = Symbol.for("switchover.database");
const shared = globalThis as unknown as { [key]?: Database };

export function database(): Database {
  shared[key] ??= connect();
  return shared[key];
}

/** A machine that vanished in the middle of a command, without closing its connections, would hold the run for hours. */
const IDLE_IN_TRANSACTION_MILLISECONDS = 5_000;

function connect(): Database {
  const pool = new pg.Pool({
    connectionString: env("DATABASE_URL"),
    max: 10,
    keepAlive: true,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLISECONDS,
  });
  pool.on("connect", (client) => {
    forgetRuns();
    // Cut in the moment it is handed out, when neither the pool nor whoever asked listens, it would end the process.
    client.on("error", (error) => log.debug({ error }, "a database connection was cut"));
  });
  pool.on("error", (error) => log.warn({ error }, "a database connection was lost"));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

export const db = (): PrismaClient => database().prisma;

export async function disconnect(): Promise<void> {
  const open = shared[key];
  delete shared[key];
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
