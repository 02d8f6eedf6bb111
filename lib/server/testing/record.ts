import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Person } from "#lib/domain/actor.ts";
import { announceKey, sealRuns } from "#lib/server/record/seal-runs.ts";
import { readSigningKey, type SigningKey } from "#lib/server/record/signed-note.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

/** What tests of the record begin with. */

const pem = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();

export const newSigningKey = (): SigningKey => readSigningKey(pem(generateKeyPairSync("ed25519").privateKey));

/** A run of so many steps that was worked through to its end. Its id. */
export async function finishedRun(steps: number, commander?: Person): Promise<string> {
  const actor = commander ?? (await person("commander"));
  const { id } = await started(actor, chain(steps));
  for (let step = 1; step <= steps; step++) {
    await execute(actor, id, { type: "step.start", step: String(step) });
    await execute(actor, id, { type: "note.add", text: `so far so good, ${step}` });
    await execute(actor, id, { type: "step.complete", step: String(step) });
  }
  return id;
}

/** The same, signed. */
export async function sealedRun(steps: number, key = newSigningKey()): Promise<string> {
  const id = await finishedRun(steps);
  await announceKey(key);
  await sealRuns(key);
  return id;
}
