import { expect, test } from "vitest";
import type { SiteReadiness } from "#lib/contract/sites.ts";
import { db } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { listReadiness } from "#lib/server/sites/readiness.ts";
import { changeSite } from "#lib/server/sites/sites.ts";
import { chain, person, site, started } from "#lib/server/testing/runs.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

async function round(
  askedBy: string,
  askedAt: Date,
  found: readonly (readonly [site: string, result: string, second: number])[],
  step: string | null = null,
) {
  const { id } = await db().checkRound.create({ data: { id: uuidV7(), sites: {}, askedBy, askedAt, step } });
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
  await round("Mei", at(0), [
    [one, "passed", 1],
    [other, "failed", 1],
  ]);
  await round("a schedule", at(10), [
    [one, "failed", 11],
    [one, "passed", 12],
    [other, "passed", 12],
  ]);
  const expected = { at: at(10).toISOString(), result: "failed", askedBy: "a schedule" };
  expect(await readinessOf(one)).toMatchObject({ lastCheck: expected });
  expect(await readinessOf(other)).toMatchObject({ lastCheck: { result: "passed" } });
  expect(await readinessOf(never)).toEqual({ site: never, lastCheck: null, openRuns: [] });
});

test("A site is as ready as it is now: not as before it was changed, nor as one step that was checked by hand", async () => {
  const one = await site();
  const admin = await person("administrator");
  const { updatedAt } = await db().site.findUniqueOrThrow({ where: { id: one } });
  const asked = new Date(updatedAt.getTime() + 1);
  const seconds = (asked.getTime() - at(0).getTime()) / 1_000;
  const found = (result: string, after: number) => [[one, result, seconds + after]] as const;
  await round("Mei", asked, found("failed", 1));
  await round("Jun", asked, found("passed", 2), "1");
  const last = { result: "failed", askedBy: "Mei", changedSince: false };
  expect(await readinessOf(one)).toMatchObject({ lastCheck: last });
  await changeSite(admin, one, { place: "Osaka" });
  expect(await readinessOf(one)).toMatchObject({ lastCheck: { ...last, changedSince: true } });
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
