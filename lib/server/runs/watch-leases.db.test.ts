import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { HEARTBEAT_SECONDS } from "#lib/server/runs/effects.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { declareLost, queueForgotten } from "#lib/server/runs/watch-leases.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";

const worker: Actor = { kind: "worker", id: randomUUID(), name: "a worker" };
const jobs = async (key: string) =>
  (await database().pool.query("select 1 from graphile_worker.jobs where key = $1", [key])).rowCount;

async function queued() {
  const commander = await person("commander");
  const { id } = await started(commander, oneCommand(["/bin/true"]));
  await execute(commander, id, { type: "step.start", step: "1" });
  const status = async () => (await readRun(id)).run.steps[0];
  return { id, key: `${id}/1/1`, status };
}

const begun = async (id: string) => execute(worker, id, { type: "attempt.begin", step: "1", attempt: 1 });

describe("watching the leases", () => {
  it("leaves a command alone whose worker has spoken lately", async () => {
    const { id, status } = await queued();
    await begun(id);
    await declareLost();
    expect((await status())?.status).toBe("in_progress");
  });

  it("declares the outcome unknown when the lease has run out, once, and names the worker", async () => {
    await database().pool.query("insert into worker (id, name, version) values ($1, $2, '')", [worker.id, worker.name]);
    const { id, status } = await queued();
    await begun(id);
    await database().pool.query("update lease set until = clock_timestamp() - interval '1 ms' where run_id = $1", [id]);
    await Promise.all([declareLost(), declareLost()]);
    const step = await status();
    expect(step?.status).toBe("interrupted");
    expect(step?.reason).toContain(worker.name);
    expect((await database().pool.query("select 1 from lease where run_id = $1", [id])).rowCount).toBe(0);
  });

  it("declares nobody lost when the database was too slow to hear anybody", async () => {
    const { id, status } = await queued();
    await begun(id);
    const tx = await database().pool.connect();
    await tx.query("begin; lock table lease in access exclusive mode");
    const looked = declareLost();
    await tx.query("update lease set until = clock_timestamp() - interval '1 s' where run_id = $1", [id]);
    await tx.query("select pg_sleep($1)", [HEARTBEAT_SECONDS + 0.2]);
    await tx.query("commit");
    tx.release();
    expect(await looked).toBe(false);
    expect((await status())?.status).toBe("in_progress");
  });

  it("queues a command again whose job is gone and which nobody began", async () => {
    const { id, key } = await queued();
    await database().pool.query("select graphile_worker.remove_job($1)", [key]);
    await queueForgotten();
    expect(await jobs(key)).toBe(0);
    await database().pool.query("update run_step set since = since - interval '7 s' where run_id = $1", [id]);
    await queueForgotten();
    expect(await jobs(key)).toBe(1);
  });

  it("never queues a command again that a worker began", async () => {
    const { id, key } = await queued();
    await begun(id);
    await database().pool.query("select graphile_worker.remove_job($1)", [key]);
    await database().pool.query("update run_step set since = since - interval '1 hour' where run_id = $1", [id]);
    await queueForgotten();
    expect(await jobs(key)).toBe(0);
  });
});
