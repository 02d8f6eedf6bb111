import { join, resolve } from "node:path";
import { credentialVariables, env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { createCredentials } from "#lib/worker/credentials.ts";
import { createHttpExecutor } from "#lib/worker/executors/http.ts";
import { createProbeExecutor } from "#lib/worker/executors/probe.ts";
import { createProcessExecutor } from "#lib/worker/executors/process.ts";
import { createSshExecutor } from "#lib/worker/executors/ssh.ts";
import type { WorkerIdentity } from "#lib/worker/identity.ts";
import { placeOf } from "#lib/worker/receipts/place.ts";
import { tidyReceipts } from "#lib/worker/receipts/tidy.ts";
import type { Ways } from "#lib/worker/ways.ts";

/** What every job is done with. */
export type Equipment = {
  worker: WorkerIdentity;
  ways: Ways;
  /** The receipts of this worker's machine: what was begun here can only be asked for here. */
  place: string;
  credential: (name: string) => Promise<string>;
  /** Fires when the worker cannot wait any longer. */
  leaving: AbortSignal;
  close: () => Promise<void>;
};

const TIDY_MILLISECONDS = 60_000;

export async function createEquipment(worker: WorkerIdentity, leaving: AbortSignal): Promise<Equipment> {
  const receipts = resolve(env("DATA_DIR"), "receipts");
  const folder = env("CREDENTIALS_DIR") ?? join(resolve(env("DATA_DIR")), "credentials");
  const credentials = createCredentials(folder, credentialVariables());
  const process = createProcessExecutor(receipts);
  const ssh = createSshExecutor();
  const http = createHttpExecutor();
  const tidy = () => tidyReceipts(receipts).catch((error) => log.warn({ error }, "the receipts could not be tidied"));
  const place = await placeOf(receipts);
  void tidy();
  const timer = setInterval(() => void tidy(), TIDY_MILLISECONDS);
  return {
    worker,
    place,
    ways: { process, ssh, http, probe: createProbeExecutor({ process, ssh, http }) },
    credential: (name) => credentials.read(name),
    leaving,
    close: async () => {
      clearInterval(timer);
      await ssh.close();
    },
  };
}
