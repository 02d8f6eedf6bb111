import { beforeEach, describe, expect, it } from "vitest";
import type { Command } from "#lib/domain/run/command.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";
import { database, db } from "#lib/server/db.ts";
import { claimJobs } from "#lib/server/queue.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readLog } from "#lib/server/runs/read.ts";
import { takeSecrets } from "#lib/server/runs/secrets.ts";
import { type BoxKeys, makeBoxKeys } from "#lib/server/sealed-box.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";

const PASSWORD = "correct-horse-battery";

beforeEach(async () => {
  await db().worker.deleteMany();
  await db().sealedSecret.deleteMany();
  await db().job.deleteMany();
});

async function live(id: string): Promise<BoxKeys> {
  const keys = makeBoxKeys();
  await db().worker.create({
    data: { id, name: id, host: "h", version: "1", format: WORK_FORMAT, everySite: true, publicKey: keys.publicKey },
  });
  return keys;
}

const press: Command = { type: "step.start", step: "1", secrets: { password: PASSWORD } };

async function asking() {
  const commander = await person("commander");
  const document = oneCommand(["/bin/true"], { env: { PASSWORD: { secret: "password" } } }) as {
    phases: { steps: Record<string, unknown>[] }[];
  };
  for (const step of document.phases[0]?.steps ?? []) {
    step.inputs = [{ name: "password", label: "Password of the array", type: "secret" }];
  }
  const run = await started(commander, document);
  return { commander, run, job: { runId: run.id, step: "1", attempt: 1 } };
}

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  const { rows } = await database().pool.query<{ xml: string }>("select database_to_xml(true, false, '')::text as xml");
  return rows[0]?.xml ?? "";
}

describe("a secret said at the press", () => {
  it("is in no row of the database, neither in the log nor by its digest alone", async () => {
    await live("w1");
    const { commander, run } = await asking();
    await execute(commander, run.id, press, "a key of its own");
    expect(await everythingStored()).not.toContain(PASSWORD);
    const { events } = await readLog(run.id, { limit: 200 });
    expect(events.find(({ event }) => event.type === "step.started")?.event).toMatchObject({ secrets: ["password"] });
    // The same key with another secret is taken for the same command: its digest does not depend on the secret.
    const other = { ...press, secrets: { password: "another" } } as Command;
    expect((await execute(commander, run.id, other, "a key of its own")).result.repeated).toBe(true);
  });

  it("can be read once, by a worker it was sealed for, and is gone for all then", async () => {
    const keys = await live("w1");
    await live("w2");
    const { commander, run, job } = await asking();
    await execute(commander, run.id, press);
    expect(await takeSecrets(job, "w1", keys)).toEqual({ password: PASSWORD });
    expect(await takeSecrets(job, "w1", keys)).toEqual({});
    expect(await db().sealedSecret.count()).toBe(0);
  });

  it("is refused when no worker is there to take it, and nothing is started", async () => {
    const { commander, run } = await asking();
    await expect(execute(commander, run.id, press)).rejects.toMatchObject({
      code: "refused",
      extras: { rejection: "no_worker_for_secret" },
    });
    expect((await readLog(run.id, { limit: 200 })).events.map(({ event }) => event.type)).not.toContain("step.started");
  });

  it("keeps its attempt for the workers it was sealed for", async () => {
    await live("w1");
    const { commander, run } = await asking();
    await execute(commander, run.id, press);
    await live("late");
    expect(await claimJobs({ id: "late", siteIds: null, place: "here" }, 10)).toEqual([]);
    expect(await claimJobs({ id: "w1", siteIds: null, place: "here" }, 10)).toHaveLength(1);
  });

  it("is thrown away with an attempt that is canceled before it begins, and asked for again", async () => {
    await live("w1");
    const { commander, run } = await asking();
    await execute(commander, run.id, press);
    await execute(commander, run.id, { type: "step.cancel", step: "1" });
    expect(await db().sealedSecret.count()).toBe(0);
    await expect(execute(commander, run.id, { type: "step.retry", step: "1" })).rejects.toMatchObject({
      extras: { rejection: "inputs_invalid" },
    });
  });
});
