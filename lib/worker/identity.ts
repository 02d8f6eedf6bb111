import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Actor } from "#lib/domain/actor.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";
import { database } from "#lib/server/db.ts";
import { HEARTBEAT_SECONDS } from "#lib/server/runs/effects.ts";
import { type BoxKeys, makeBoxKeys } from "#lib/server/sealed-box.ts";
import product from "#package.json" with { type: "json" };

/** Who this worker process is. Its id and keys are new with each start, so that nothing outlives its process. */
export type WorkerIdentity = Extract<Actor, { kind: "worker" }> & {
  /** The sites it answers for; null: every one. */
  siteIds: readonly string[] | null;
  keys: BoxKeys;
};

export const newIdentity = (siteIds: readonly string[] | null = null): WorkerIdentity => ({
  kind: "worker",
  id: randomUUID(),
  name: `${hostname()}-${process.pid}`,
  siteIds,
  keys: makeBoxKeys(),
});

/** The worker as events name it. */
export const actorOf = ({ kind, id, name }: WorkerIdentity): Actor => ({ kind, id, name, from: hostname() });

export async function sayHello({ id, name, siteIds, keys }: WorkerIdentity): Promise<void> {
  await database().pool.query(
    `insert into worker (id, name, host, version, format, every_site, site_ids, public_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [id, name, hostname(), product.version, WORK_FORMAT, siteIds === null, siteIds ?? [], keys.publicKey],
  );
}

/** Says every two seconds that it lives, by the database's clock. Answers how to stop. */
export function keepSaying({ id }: WorkerIdentity, failed: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    database()
      .pool.query({
        name: "worker_seen",
        text: "update worker set last_seen_at = clock_timestamp() where id = $1",
        values: [id],
      })
      .catch(failed);
  }, HEARTBEAT_SECONDS * 1_000);
  return () => clearInterval(timer);
}

export async function sayGoodbye({ id }: WorkerIdentity): Promise<void> {
  await database().pool.query("update worker set stopped_at = clock_timestamp() where id = $1", [id]);
}
