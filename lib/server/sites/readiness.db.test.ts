import { expect, test } from "vitest";
import type { SiteReadiness } from "#lib/contract/sites.ts";
import { db } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { listReadiness } from "#lib/server/sites/readiness.ts";
import { chain, person, site, started } from "#lib/server/testing/runs.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

async function round(askedBy: string, found: readonly (readonly [site: string, result: string, second: number])[]) {
  const { id } = await db().checkRound.create({ data: { id: uuidV7(), sites: {}, askedBy } });
  await db().checkResult.createMany({
    data: found.map(([siteId, result, second]) => ({
      id: uuidV7(),
      roundId: id,
      siteId,
      what: "host",
      result,
      message: "as it is",
      at: at(second),
    })),
  });
}

async function readinessOf(id: string): Promise<SiteReadiness | undefined> {
  return (await listReadiness()).sites.find((one) => one.site === id);
}

test("A site is as ready as the worst that its last round found there, not elsewhere and not before", async () => {
  const [one, other, never] = [await site(), await site(), await site()];
  await round("Mei", [
    [one, "passed", 1],
    [other, "failed", 1],
  ]);
  await round("a schedule", [
    [one, "failed", 11],
    [one, "passed", 12],
    [other, "passed", 12],
  ]);
  const expected = { at: at(12).toISOString(), result: "failed", askedBy: "a schedule" };
  expect(await readinessOf(one)).toMatchObject({ lastCheck: expected });
  expect(await readinessOf(other)).toMatchObject({ lastCheck: { result: "passed" } });
  expect(await readinessOf(never)).toEqual({ site: never, lastCheck: null, openRuns: [] });
});

test("The runs that go on at a site are named with the gates that wait, and no longer when they are over", async () => {
  const mei = await person("commander");
  const document = chain(1) as { phases: { steps: object[] }[] };
  for (const step of document.phases.flatMap(({ steps }) => steps)) Object.assign(step, { gate: { kind: "poll" } });
  const run = await started(mei, document);
  const place = run.sites.source?.id ?? "";
  const named = { number: run.number, mode: "live", procedure: "A chain of steps", gatesWaiting: 1 };
  expect(await readinessOf(place)).toMatchObject({ openRuns: [named] });
  await execute(mei, run.id, { type: "gate.decide", step: "1", decision: "go" });
  expect(await readinessOf(place)).toMatchObject({ openRuns: [{ ...named, gatesWaiting: 0 }] });
  await execute(mei, run.id, { type: "run.abort", reason: "Only a test" });
  expect(await readinessOf(place)).toMatchObject({ openRuns: [] });
});
