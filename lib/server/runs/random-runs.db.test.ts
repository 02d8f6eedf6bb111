import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Command, Report } from "#lib/domain/run/command.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { chie } from "#lib/domain/testing/play.ts";
import { automated, confirmed, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { type Chance, chosen } from "#lib/domain/testing/random-moves.ts";
import { AppError } from "#lib/server/errors.ts";
import { attachFile } from "#lib/server/evidence/evidence.ts";
import { announceKey, sealRuns } from "#lib/server/record/seal-runs.ts";
import { verifyRun } from "#lib/server/record/verify-run.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { newSigningKey } from "#lib/server/testing/record.ts";
import { published, site } from "#lib/server/testing/runs.ts";

const RUNS = 12;
const MOVES = 60;

const procedure = procedureOf(
  { subSteps: [{ number: "1.1", title: "A line" }] },
  { ...automated, condition: when("source_up", "yes") },
  { ...confirmed, dependsOn: ["1"] },
  { kind: "approval" },
  { condition: when("firewalls", "yes"), dependsOn: ["3"] },
  { ...automated, inDrill: "run" },
);

const anyChance: fc.Arbitrary<Chance> = fc.record({
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constant("step" as const) },
    { weight: 5, arbitrary: fc.constant("situation" as const) },
    { weight: 1, arbitrary: fc.constant("ending" as const) },
  ),
  step: fc.nat(60),
  move: fc.nat(2_000),
  legal: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  who: fc.nat(60),
});

async function created(mode: "live" | "drill"): Promise<string> {
  const sites = { source: await site({ folder: "/srv/a" }), destination: await site({ folder: "/srv/b" }) };
  const input = { procedureId: await published(procedure), mode, type: "planned", sites, rtoSeconds: null } as const;
  const { run } = await createRun(chie, { ...input, facts: { source_up: "yes" }, start: true });
  return run.id;
}

/** Plays one move on the stored run. False when it is refused, which must be said as a refusal. */
async function played(runId: string, chance: Chance): Promise<boolean> {
  const { run } = await readRun(runId);
  const { actor, move } = chosen({ procedure, run, log: [] }, chance);
  try {
    const asked = move as Command | Report;
    if (asked.type === "evidence.file" && actor.kind === "person") {
      const file = { id: runId, number: asked.step, name: asked.evidence.name, file: randomUUID() };
      await attachFile(actor, file, Buffer.from("what was seen"));
    } else await execute(actor, runId, asked);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return false;
  }
}

it("whatever is done to a run, folding its stored log gives the stored run, and its record holds", {
  timeout: 120_000,
}, async () => {
  const chances = fc.sample(anyChance, { numRuns: RUNS * MOVES, seed: 20_261_122 });
  const key = newSigningKey();
  await announceKey(key);
  let accepted = 0;
  for (let i = 0; i < RUNS; i++) {
    const runId = await created(i % 2 === 0 ? "live" : "drill");
    for (const chance of chances.slice(i * MOVES, (i + 1) * MOVES)) {
      if (await played(runId, chance)) accepted += 1;
    }
    const { events } = await readLog(runId, { limit: 1_000 });
    const { run } = await readRun(runId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    expect(fold(events)).toEqual(run);
    await sealRuns(key);
    expect(await verifyRun(runId)).toMatchObject({ faults: [], events: events.length, over: isOver(run.status) });
  }
  expect(accepted).toBeGreaterThan(RUNS * 10);
});
