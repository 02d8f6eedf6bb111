import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { db } from "#lib/server/db.ts";
import { createChannel, deleteChannel } from "#lib/server/notify/channels.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

let commander: Person;
let operator: Person;

beforeAll(async () => {
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9"); // nothing listens there
  vi.stubEnv("SMTP_FROM", "Switchover console <console@example.com>");
  commander = await person("commander", "Mei Mori");
  operator = await person("operator", "Jun Kato");
});

const ofRun = (runId: string) => ({ parts: { some: { key: { startsWith: runId } } } });
const label = ({ number }: Run) => `LIVE R-${String(number).padStart(4, "0")}`;

/** Step 1, and three that wait for it alone. */
const fan = {
  ...(chain(4) as { title: string; phases: { title: string; steps: object[] }[] }),
  phases: (chain(4) as { phases: { title: string; steps: object[] }[] }).phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step, i) => (i === 0 ? step : { ...step, dependsOn: ["1"] })),
  })),
};

const assign = (run: Run, step: string, { id } = operator) =>
  execute(commander, run.id, { type: "step.assign", step, to: { person: id } });

/** Step 1 is done by the commander, who is told nothing of what they do. */
async function doFirst(run: Run): Promise<void> {
  await execute(commander, run.id, { type: "step.start", step: "1" });
  await execute(commander, run.id, { type: "step.complete", step: "1" });
}

const channel = (format: "slack" | "webhook") =>
  createChannel(commander, {
    name: `A ${format}`,
    format,
    address: "http://127.0.0.1:9/hook",
    kinds: ["step_ready"],
    drills: true,
    locale: "en",
    zone: "UTC",
  });

const lettersTo = (to: { userId: string } | { channelId: string }, run: Run) =>
  db().noticeDelivery.findMany({ where: { ...to, ...ofRun(run.id) }, orderBy: { id: "asc" } });

const subjectsTo = async (...asked: Parameters<typeof lettersTo>) =>
  (await lettersTo(...asked)).map(({ message }) => (message as { subject: string }).subject);

describe("what is told at once", () => {
  it("becomes one message where one command asks several steps of somebody, and each is told once", async () => {
    const run = await started(commander, fan);
    await assign(run, "1", commander);
    for (const step of ["2", "3", "4"]) await assign(run, step);
    await followRuns();
    const { channel: team } = await channel("slack");
    const { channel: program } = await channel("webhook");
    await doFirst(run);
    await Promise.all([followRuns(), followRuns()]);
    const subject = `${label(run)}, steps 2, 3 and 4: ready to be started`;
    const apart = ["2", "3", "4"].map((step) => `${label(run)}, step ${step}: ready to be started`);
    expect(await subjectsTo({ userId: operator.id }, run)).toEqual([subject]);
    expect(await subjectsTo({ channelId: team.id }, run)).toEqual([subject]);
    expect((await subjectsTo({ channelId: program.id }, run)).toSorted()).toEqual(apart);
    const [{ message } = { message: null }] = await lettersTo({ userId: operator.id }, run);
    expect(message).toMatchObject({ lines: ["Step 2: Step 2", "Step 3: Step 3", "Step 4: Step 4", fan.title] });
    await deleteChannel(commander, team.id);
    await deleteChannel(commander, program.id);
  });

  it("that was told in part before is told for the rest alone", async () => {
    const run = await started(commander, fan);
    for (const step of ["1", "4"]) await assign(run, step, commander);
    for (const step of ["2", "3"]) await assign(run, step);
    await followRuns();
    await doFirst(run);
    await followRuns();
    await assign(run, "4");
    await db().run.update({ where: { id: run.id }, data: { toldSeq: 0 } });
    await followRuns();
    expect(await subjectsTo({ userId: operator.id }, run)).toEqual([
      `${label(run)}, steps 2 and 3: ready to be started`,
      `${label(run)}, step 4: ready to be started`,
    ]);
  });
});
