import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NewRun } from "#lib/contract/runs.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { chain, person, published, site } from "#lib/server/testing/runs.ts";

async function here(document = chain(1)) {
  const commander = await person("commander");
  const procedureId = await published(document);
  const source = await site();
  const create = (change: Partial<NewRun> = {}) =>
    createRun(commander, {
      procedureId,
      mode: "live",
      type: "planned",
      sites: { source },
      facts: {},
      rtoSeconds: null,
      start: true,
      ...change,
    });
  return { commander, create, source };
}

const locked = { code: "refused", extras: { rejection: "run_locked" } };

describe("a live run that is going on", () => {
  it("keeps a second one of its procedure from being started, and says which it is", async () => {
    const { create } = await here();
    const { run } = await create();
    const refusal = create({ sites: { source: await site() } });
    await expect(refusal).rejects.toMatchObject(locked);
    await expect(refusal).rejects.toThrow(`${runLabel(run.number)} is a live run of this procedure`);
  });

  it("keeps one of another procedure from its sites", async () => {
    const { create, source } = await here();
    await create();
    const other = await here();
    await expect(other.create({ sites: { source } })).rejects.toMatchObject(locked);
  });

  it("leaves drills alone that only simulate, and refuses those that would act at its sites", async () => {
    const acting = chain(1) as { phases: { steps: Record<string, unknown>[] }[] };
    for (const step of acting.phases[0]?.steps ?? []) step.inDrill = "run";
    const simulated = await here();
    await simulated.create();
    expect((await simulated.create({ mode: "drill" })).run.status).toBe("in_progress");
    const real = await here(acting);
    await real.create();
    await expect(real.create({ mode: "drill" })).rejects.toMatchObject(locked);
  });

  it("holds nothing any more when it is over, and nothing yet while it is a draft", async () => {
    const { create, commander } = await here();
    await create({ start: false });
    const { run } = await create();
    await execute(commander, run.id, { type: "run.abort", reason: "the source came back" });
    expect((await create()).run.status).toBe("in_progress");
  });

  it("refuses all but one of those that are started at the same moment", async () => {
    const { create, commander } = await here();
    const drafts = await Promise.all(Array.from({ length: 6 }, () => create({ start: false })));
    const starts = await Promise.allSettled(drafts.map(({ run }) => execute(commander, run.id, { type: "run.start" })));
    expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("breaking the lock", () => {
  it("takes a reason and the run's own number, and stands in the log and in the run", async () => {
    const { create, commander } = await here();
    const first = await create();
    const { run } = await create({ start: false, id: randomUUID() });
    const start = (confirmation: string) =>
      execute(commander, run.id, { type: "run.start", override: { reason: "R-1 hangs at a dead site", confirmation } });
    await expect(start(runLabel(first.run.number))).rejects.toMatchObject(locked);
    await start(runLabel(run.number));
    expect((await readRun(run.id)).run.brokeLock).toMatchObject({
      by: { name: commander.name },
      reason: "R-1 hangs at a dead site",
      over: [runLabel(first.run.number)],
    });
  });
});
