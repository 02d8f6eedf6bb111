import { readFile } from "node:fs/promises";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { announceKey, sealRuns, signsWith } from "#lib/server/record/seal-runs.ts";
import { readSigningKey } from "#lib/server/record/signed-note.ts";

const LOOK_EVERY = 2_000;

/** Signs the records of runs that are over, where this worker has the key. Answers how to stop. Throws when it is no key. */
export async function keepSealing(workerId: string): Promise<() => void> {
  const file = env("SIGNING_KEY_FILE");
  if (file === undefined) return () => {};
  const key = readSigningKey(await readFile(file, "utf8"));
  let announced = false;
  const look = async () => {
    try {
      if (!announced) await announceKey(key);
      if (!announced) await signsWith(workerId, key);
      announced = true;
      await sealRuns(key);
    } catch (error) {
      log.warn({ error }, "the records of runs could not be signed");
    }
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}
