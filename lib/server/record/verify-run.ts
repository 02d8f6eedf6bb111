import "server-only";
import type { PoolClient } from "pg";
import { bundleLines } from "#lib/server/record/bundle.ts";
import { isSeparateRole } from "#lib/server/record/separate-role.ts";
import { transaction } from "#lib/server/transaction.ts";
import { told } from "#lib/words/told.ts";
import { type Verdict, Verifier } from "#public/verify.mjs";

const AS_OWNER = told(
  "That the console itself could not change this record: it connects to the database as the owner. Give it roles of its own (README, Operation).",
);

/** Whether the stored record of a run holds: the verifier's own words, by the same program that auditors are given. */
export const verifyRun = (runId: string): Promise<Verdict> =>
  transaction(async (tx) => {
    await tx.query("set transaction isolation level repeatable read, read only");
    const verdict = await verifyIn(tx, runId);
    return (await isSeparateRole(tx)) ? verdict : { ...verdict, unproven: [...verdict.unproven, AS_OWNER] };
  });

/** The same inside the caller's transaction. */
export async function verifyIn(tx: PoolClient, runId: string): Promise<Verdict> {
  const verifier = new Verifier();
  for await (const line of bundleLines(runId, tx)) verifier.read(line);
  return verifier.verdict();
}
