import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Actor } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { HEARTBEAT_SECONDS } from "#lib/server/runs/effects.ts";

/** Who this worker process is. Its id is new with each start, so that a lease never outlives its process. */
export type WorkerIdentity = Extract<Actor, { kind: "worker" }>;

export const newIdentity = (): WorkerIdentity => ({
  kind: "worker",
  id: randomUUID(),
  name: `${hostname()}-${process.pid}`,
});

export async function sayHello({ id, name }: WorkerIdentity): Promise<void> {
  await database().pool.query("insert into worker (id, name, version) values ($1, $2, $3)", [
    id,
    name,
    process.version,
  ]);
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
