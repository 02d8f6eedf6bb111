import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { type Claimant, claimJobs, handBack } from "#lib/server/queue.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";

const anyone = (): Claimant => ({ id: randomUUID(), siteIds: null, place: "here" });

beforeEach(async () => {
  await database().pool.query("delete from job");
});

async function pressed(): Promise<{ commander: Person; id: string; siteId: string }> {
  const commander = await person("commander");
  const { id, sites } = await started(commander, oneCommand(["/bin/true"]));
  await execute(commander, id, { type: "step.start", step: "1" });
  return { commander, id, siteId: sites.source?.id ?? "" };
}

const claimed = async (worker: Claimant) =>
  (await claimJobs(worker, 10)).map((job) => (job.kind === "check" ? "check" : `${job.kind} ${job.runId}`));

describe("a queued attempt", () => {
  it("is claimed by one worker only, however many look at once", async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, pressed));
    const answers = await Promise.all(Array.from({ length: 4 }, () => claimed(anyone())));
    expect(answers.flat().toSorted()).toEqual(runs.map(({ id }) => `attempt ${id}`).toSorted());
  });

  it("is claimed by a worker of its site, and not by one of another", async () => {
    const { id, siteId } = await pressed();
    expect(await claimed({ ...anyone(), siteIds: [randomUUID()] })).toEqual([]);
    expect(await claimed({ ...anyone(), siteIds: [siteId] })).toEqual([`attempt ${id}`]);
  });

  it("is not given to a worker that would not understand it", async () => {
    await pressed();
    await database().pool.query("update job set format = format + 1");
    expect(await claimed(anyone())).toEqual([]);
  });

  it("goes to another worker when the one that claimed it was lost before it began", async () => {
    const { id } = await pressed();
    await claimed(anyone());
    expect(await claimed(anyone())).toEqual([]);
    await database().pool.query("update job set claimed_until = clock_timestamp() - interval '1 ms'");
    expect(await claimed(anyone())).toEqual([`attempt ${id}`]);
  });

  it("is given back by a worker that stops", async () => {
    const { id } = await pressed();
    const leaving = anyone();
    await claimed(leaving);
    await handBack(leaving);
    expect(await claimed(anyone())).toEqual([`attempt ${id}`]);
  });

  it("is off the queue from the moment it begins", async () => {
    const { id } = await pressed();
    const worker = { kind: "worker", id: "w", name: "w" } as const;
    await execute(worker, id, { type: "attempt.begin", step: "1", attempt: 1 });
    expect((await database().pool.query("select 1 from job where run_id = $1", [id])).rowCount).toBe(0);
  });

  it("is off the queue when a person cancels it first", async () => {
    const { id, commander } = await pressed();
    await execute(commander, id, { type: "step.cancel", step: "1" });
    expect(await claimed(anyone())).toEqual([]);
  });
});

describe("a question to the host", () => {
  it("is queued for the workers of the site, once, and dropped when a person decides first", async () => {
    const { id, commander } = await pressed();
    const worker = { kind: "worker", id: "w", name: "w" } as const;
    await execute(worker, id, { type: "attempt.begin", step: "1", attempt: 1, place: "here" });
    await execute(worker, id, { type: "attempt.lose", step: "1", attempt: 1, reason: "lost" });
    await execute(commander, id, { type: "step.ask", step: "1" });
    expect(await claimed({ ...anyone(), place: "another machine" })).toEqual([]);
    expect(await claimed(anyone())).toEqual([`ask ${id}`]);
    await execute(commander, id, { type: "step.fail", step: "1", reason: "looked: it had stopped" });
    await database().pool.query("update job set claimed_until = null");
    expect(await claimed(anyone())).toEqual([]);
  });
});
