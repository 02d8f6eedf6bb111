import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { database, db } from "#lib/server/db.ts";
import { chainOldRuns } from "#lib/server/record/chain-old-runs.ts";
import { announceKey, sealRuns, signsWith } from "#lib/server/record/seal-runs.ts";
import { listSigningKeys } from "#lib/server/record/signing-keys.ts";
import { verifyIn, verifyRun } from "#lib/server/record/verify-run.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { finishedRun, newSigningKey, sealedRun } from "#lib/server/testing/record.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";
import { anyEdit, asOwner, KINDS, spoil } from "#lib/server/testing/spoil-record.ts";

describe("the record of a run", () => {
  it("holds while the run goes on, and says that its end may be missing", async () => {
    const commander = await person("commander");
    const { id } = await started(commander, chain(2));
    await execute(commander, id, { type: "step.start", step: "1" });
    const verdict = await verifyRun(id);
    expect(verdict).toMatchObject({ holds: true, over: false, seals: [], faults: [] });
    expect(verdict.unproven.join()).toContain("the run is not over");
    // Tests connect as the owner, who could change it.
    expect(verdict.unproven.join()).toContain("it connects to the database as the owner");
  });

  it("of a run that is over holds only when it is signed, and a later note is signed again", async () => {
    const commander = await person("commander");
    const id = await finishedRun(2, commander);
    const unsigned = await verifyRun(id);
    expect(unsigned.faults).toMatchObject([{ seq: null, unsigned: true }]);
    expect(unsigned.unproven).toContain("That this is the console's record: none of its events is signed yet.");
    expect(unsigned.unproven.join(), "nothing comes after a signature that is not there").not.toContain(
      "the signature",
    );
    const key = newSigningKey();
    await announceKey(key);
    await Promise.all([sealRuns(key), sealRuns(key)]);
    const signed = await verifyRun(id);
    expect(signed).toMatchObject({ holds: true, over: true, seals: [{ fingerprint: key.fingerprint }] });
    expect(signed.seals.map(({ seq }) => seq)).toEqual([signed.events]);
    await execute(commander, id, { type: "note.add", text: "the ticket is closed" });
    const later = await verifyRun(id);
    expect([later.holds, later.unproven.some((said) => said.includes("added after the signature"))]).toEqual([
      true,
      true,
    ]);
    await sealRuns(key);
    expect((await verifyRun(id)).seals.map(({ seq }) => seq)).toEqual([signed.events, signed.events + 1]);
  });

  it("that does not hold is not signed, and why is noted", async () => {
    const id = await finishedRun(1);
    await asOwner(async (tx) => {
      await tx.query(`update run_event set actor = actor || '{"name": "Nobody"}' where run_id = $1 and seq = 3`, [id]);
      await tx.query("commit; begin");
    });
    const key = newSigningKey();
    await announceKey(key);
    await sealRuns(key);
    const { rows } = await database().pool.query("select seal_refused, sealed_seq from run where id = $1", [id]);
    expect(rows).toEqual([{ seal_refused: expect.stringContaining("event 3"), sealed_seq: 0 }]);
  });

  it("from before the chain is given its hashes once, and says so for ever", async () => {
    const id = await finishedRun(1);
    await asOwner(async (tx) => {
      await tx.query("update run_event set hash = null where run_id = $1", [id]);
      await tx.query("update run set head = null where id = $1", [id]);
      await tx.query("commit; begin");
    });
    expect(await chainOldRuns()).toBe(1);
    const key = newSigningKey();
    await announceKey(key);
    await sealRuns(key);
    const verdict = await verifyRun(id);
    expect(verdict).toMatchObject({ holds: true, chainedLater: verdict.events });
    expect(verdict.unproven.join()).toContain("got their hashes then");
    await expect(database().pool.query("update run_event set hash = 'x' where run_id = $1", [id])).rejects.toThrow(
      /never change/,
    );
  });
});

const EDITS = 1_000;

describe("an owner of the database who edits the log", () => {
  it(`is found ${EDITS} times of ${EDITS}, at the first event that is not as it was`, {
    timeout: 240_000,
  }, async () => {
    const [id, other] = [await sealedRun(4), await sealedRun(2)];
    expect((await verifyRun(id)).holds).toBe(true);
    const seen = new Map<string, number>();
    for (const edit of fc.sample(anyEdit, { numRuns: EDITS, seed: 20_261_125 })) {
      await asOwner(async (tx) => {
        const first = await spoil(tx, { id, other }, edit);
        const { holds, faults } = await verifyIn(tx, id);
        expect([edit, holds, faults[0]?.seq]).toEqual([edit, false, first]);
      });
      seen.set(edit.kind, (seen.get(edit.kind) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual([...KINDS].toSorted());
    const verdict = await verifyRun(id);
    expect([verdict.holds, verdict.events]).toEqual([true, (await readLog(id, { limit: 200 })).events.length]);
  });
});

it("The key that a worker signs with now comes first, also one that was put back after another had signed nothing", async () => {
  const [kept, made] = [newSigningKey(), newSigningKey()];
  for (const key of [kept, made]) await announceKey(key);
  const signing = async () => (await listSigningKeys()).keys.filter(({ signs }) => signs).map((key) => key.fingerprint);
  const worker = { id: randomUUID(), name: "here", host: "h", version: "1", format: 2, everySite: true, publicKey: "" };
  await db().worker.create({ data: worker });
  await signsWith(worker.id, kept);
  await announceKey(kept);
  const { keys } = await listSigningKeys();
  expect(keys[0]).toMatchObject({ fingerprint: kept.fingerprint, signs: true, last: null });
  expect(await signing()).toEqual([kept.fingerprint]);
  await db().worker.update({ where: { id: worker.id }, data: { stoppedAt: new Date() } });
  expect(await signing()).toEqual([]);
  expect((await listSigningKeys()).keys[0], "the one that was had last").toMatchObject({
    fingerprint: kept.fingerprint,
  });
});

it("A record is signed by a key whose fingerprint an administrator can look up, with what it signed last", async () => {
  const [older, newer] = [newSigningKey(), newSigningKey()];
  for (const key of [older, newer]) await announceKey(key);
  const place = async (fingerprint: string) => {
    const { keys } = await listSigningKeys();
    return keys.findIndex((key) => key.fingerprint === fingerprint);
  };
  expect((await listSigningKeys()).keys[await place(newer.fingerprint)]).toMatchObject({ last: null });
  expect(await place(newer.fingerprint)).toBeLessThan(await place(older.fingerprint));
  const id = await finishedRun(1);
  const { number } = (await readRun(id)).run;
  await sealRuns(older);
  const [first] = (await listSigningKeys()).keys;
  expect((await verifyRun(id)).seals).toMatchObject([{ fingerprint: older.fingerprint }]);
  expect(first).toMatchObject({ fingerprint: older.fingerprint, last: { run: number, mode: "live" } });
});
