import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Health } from "#lib/contract/health.ts";
import { database } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { isSeparateRole } from "#lib/server/record/separate-role.ts";
import { LIVE_WORKER } from "#lib/server/workers/live.ts";

const DATABASE_ANSWERS_WITHIN = 2_000;

/** Workers that have not said goodbye, by the database's clock; one that was seen in the last 10 seconds is live. */
const WORKERS = `select name, version, last_seen_at, ${LIVE_WORKER} as live from worker
  where stopped_at is null and last_seen_at > now() - interval '1 hour' order by last_seen_at desc limit 50`;

type Row = { name: string; version: string; last_seen_at: Date; live: boolean };

/** Whether all of the product works. An answer in any case: that the database is away is part of it. */
export async function checkHealth(): Promise<Health> {
  const before = performance.now();
  const found = await Promise.race([lookInDatabase(), sleep(DATABASE_ANSWERS_WITHIN, null, { ref: false })]);
  const milliseconds = found && Math.round((performance.now() - before) * 100) / 100;
  return {
    status: found?.workers.some((worker) => worker.live) ? "ok" : "degraded",
    serverAt: new Date().toISOString(),
    web: { ok: true, startedAt: new Date(performance.timeOrigin).toISOString() },
    database: { ok: found !== null, milliseconds, separateRole: found?.separateRole ?? null },
    workers: found?.workers ?? [],
  };
}

type Found = { workers: Health["workers"]; separateRole: boolean };

/** Null when the database does not answer. */
async function lookInDatabase(): Promise<Found | null> {
  const { pool } = database();
  try {
    const [{ rows }, separateRole] = await Promise.all([pool.query<Row>(WORKERS), isSeparateRole(pool)]);
    const workers = rows.map(({ last_seen_at, ...row }) => ({ ...row, lastSeenAt: last_seen_at.toISOString() }));
    return { workers, separateRole };
  } catch (error) {
    log.warn({ error }, "the database does not answer");
    return null;
  }
}
