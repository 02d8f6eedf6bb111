import fc from "fast-check";
import { expect, it } from "vitest";
import { database } from "#lib/server/db.ts";
import { bundleLines } from "#lib/server/record/bundle.ts";
import { chainOldRuns } from "#lib/server/record/chain-old-runs.ts";
import { announceKey, sealRuns } from "#lib/server/record/seal-runs.ts";
import { verifyRun } from "#lib/server/record/verify-run.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { finishedRun, newSigningKey, sealedRun } from "#lib/server/testing/record.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";
import { anyEdit, KINDS, spoilBundle } from "#lib/server/testing/spoil-bundle.ts";
import { asOwner } from "#lib/server/testing/spoil-record.ts";
import { Verifier } from "#public/verify.mjs";

const EDITS = 1_000;

function verdictOf(lines: Iterable<string>) {
  const verifier = new Verifier();
  for (const line of lines) verifier.read(line);
  return verifier.verdict();
}

it(`a bundle that is edited is found ${EDITS} times of ${EDITS}, at the first event that is not as it was`, async () => {
  const lines = await Array.fromAsync(bundleLines(await sealedRun(4)));
  const { holds, events } = verdictOf(lines);
  expect(holds).toBe(true);
  const seen = new Set<string>();
  for (const edit of fc.sample(anyEdit, { numRuns: EDITS, seed: 20_261_125 })) {
    const spoilt = spoilBundle({ lines, events }, edit);
    const verdict = verdictOf(spoilt.lines);
    expect([edit, verdict.holds]).toEqual([edit, false]);
    if (spoilt.first !== null) expect([edit, verdict.faults[0]?.seq]).toEqual([edit, spoilt.first]);
    seen.add(edit.kind);
  }
  expect([...seen].toSorted()).toEqual([...KINDS].toSorted());
});

it("what is added while a bundle is read is not in it, and what is holds", async () => {
  const commander = await person("commander");
  const { id } = await started(commander, chain(1));
  const reading = bundleLines(id);
  const first = await reading.next();
  await execute(commander, id, { type: "step.start", step: "1" });
  await execute(commander, id, { type: "step.complete", step: "1" });
  const key = newSigningKey();
  await announceKey(key);
  await sealRuns(key);
  const early = verdictOf([first.value ?? "", ...(await Array.fromAsync(reading))]);
  expect(early).toMatchObject({ holds: true, over: false, seals: [] });
  expect(await verifyRun(id)).toMatchObject({ holds: true, over: true });
});

it("that hashes were given later cannot be hidden once it is signed", async () => {
  const id = await finishedRun(1);
  await asOwner(async (tx) => {
    await tx.query("update run_event set hash = null where run_id = $1", [id]);
    await tx.query("update run set head = null where id = $1", [id]);
    await tx.query("commit; begin");
  });
  await chainOldRuns();
  const key = newSigningKey();
  await announceKey(key);
  await sealRuns(key);
  expect((await verifyRun(id)).holds).toBe(true);
  await database().pool.query("update run set chained_later = 0 where id = $1", [id]);
  const { holds, faults } = await verifyRun(id);
  expect([holds, faults[0]?.what]).toEqual([false, expect.stringContaining("got their hashes later")]);
});

it("a time to the microsecond is recorded as it is hashed", async () => {
  const commander = await person("commander");
  const { id, declaredAt } = await started(commander, chain(1));
  await execute(commander, id, { type: "note.add", text: "said", happenedAt: declaredAt?.replace("Z", "123Z") });
  expect(await verifyRun(id)).toMatchObject({ holds: true, faults: [] });
});
