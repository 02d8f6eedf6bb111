import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { HEARTBEAT_SECONDS } from "#lib/server/runs/effects.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { declareLapsed, declareLost, tryAgain } from "#lib/server/runs/watch-leases.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";

const worker: Actor = { kind: "worker", id: randomUUID(), name: "a worker" };

async function queued() {
  const commander = await person("commander");
  const { id } = await started(commander, oneCommand(["/bin/true"]));
  await execute(commander, id, { type: "step.start", step: "1" });
  const status = async () => (await readRun(id)).run.steps[0];
  return { id, status };
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
    await database().pool.query(
      `insert into worker (id, name, host, version, format, every_site, public_key) values ($1, $2, '', '', 2, true, '')`,
      [worker.id, worker.name],
    );
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
});

describe("what the procedure lets the machine try again", () => {
  const twice = { idempotent: true, onFailure: { retry: { times: 1, delaySeconds: 3_600 } } };

  async function failed() {
    const commander = await person("commander");
    const { id } = await started(commander, oneCommand(["/bin/false"], twice));
    await execute(commander, id, { type: "step.start", step: "1" });
    await execute(worker, id, { type: "attempt.begin", step: "1", attempt: 1 });
    const output = { lines: 0, bytes: 0, truncated: false, sha256: "" };
    const result = { kind: "exited", code: 1 } as const;
    await execute(worker, id, { type: "attempt.finish", step: "1", attempt: 1, result, durationMs: 1, output });
    const step = async () => (await readRun(id)).run.steps[0];
    const due = () =>
      database().pool.query("update run_step set retry_at = clock_timestamp() - interval '1 ms' where run_id = $1", [
        id,
      ]);
    return { id, commander, step, due };
  }

  it("is not tried before its time", async () => {
    const { step } = await failed();
    await tryAgain();
    expect(await step()).toMatchObject({ status: "failed", attempts: [{ number: 1 }] });
  });

  it("is tried once when its time has come, also by two watchers at once", async () => {
    const { step, due } = await failed();
    await due();
    await Promise.all([tryAgain(), tryAgain()]);
    expect(await step()).toMatchObject({
      status: "in_progress",
      attempts: [{ number: 1 }, { number: 2, retry: 1, by: { name: "automatic retry" } }],
    });
  });

  it("waits while the run is paused", async () => {
    const { id, commander, step, due } = await failed();
    await execute(commander, id, { type: "run.pause", reason: "lunch" });
    await due();
    await tryAgain();
    expect((await step())?.status).toBe("failed");
    await execute(commander, id, { type: "run.resume" });
    await tryAgain();
    expect((await step())?.status).toBe("in_progress");
  });
});

describe("gates whose time is over", () => {
  const lapsing = (lapsesSeconds: number) =>
    oneCommand(["/bin/true"], {}, { gate: { kind: "approval", lapsesSeconds } });

  it("lapse once by the database's clock: unanswered is a no", async () => {
    const commander = await person("commander");
    const { id } = await started(commander, lapsing(60));
    await execute(commander, id, { type: "gate.request", step: "1" });
    await declareLapsed();
    expect((await readRun(id)).run.steps[0]?.status).toBe("awaiting_approval");
    const { id: late } = await started(commander, lapsing(1));
    await execute(commander, late, { type: "gate.request", step: "1" });
    await database().pool.query("select pg_sleep(1.01)");
    await Promise.all([declareLapsed(), declareLapsed()]);
    const { run } = await readRun(late);
    expect(run.steps[0]).toMatchObject({ status: "rejected", by: { name: "time limit" } });
    const { events } = await readLog(late, { limit: 50 });
    expect(events.filter(({ event }) => event.type === "gate.lapsed")).toHaveLength(1);
  });
});
