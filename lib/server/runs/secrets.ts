import "server-only";
import type { PoolClient } from "pg";
import { z } from "zod";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";
import { database } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import type { AttemptJob } from "#lib/server/queue.ts";
import { type BoxKeys, seal, unseal } from "#lib/server/sealed-box.ts";
import { LIVE_WORKER } from "#lib/server/workers/live.ts";
import { t } from "#lib/words/t.ts";

/** Secrets of an attempt on their way from the person to a worker: sealed for each worker that may do it, for it alone. */

/** Throws `refused` when no worker is there to take them: they are kept for nobody. */
export async function sealSecrets(
  tx: PoolClient,
  { runId, step, attempt, siteId }: AttemptJob & { siteId: string },
  secrets: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await tx.query<{ id: string; public_key: string }>(
    `select id, public_key from worker
     where ${LIVE_WORKER} and format >= $2 and (every_site or $1 = any(site_ids))`,
    [siteId, WORK_FORMAT],
  );
  if (rows.length === 0) {
    throw new AppError(
      "refused",
      t("No worker answers for this site now, and a secret is kept for nobody. Start one, then press again."),
      { rejection: "no_worker_for_secret" },
    );
  }
  const text = JSON.stringify(secrets);
  for (const { id, public_key } of rows) {
    await tx.query("insert into sealed_secret (run_id, step, attempt, worker_id, sealed) values ($1, $2, $3, $4, $5)", [
      runId,
      step,
      attempt,
      id,
      seal(public_key, text),
    ]);
  }
}

export async function dropSecrets(tx: Pick<PoolClient, "query">, runId: string, step: string): Promise<void> {
  await tx.query("delete from sealed_secret where run_id = $1 and step = $2", [runId, step]);
}

/** What cannot be opened was not meant for this worker; asking for it then says so. */
function open(sealed: string, keys: BoxKeys): Readonly<Record<string, string>> {
  try {
    return Secrets.parse(JSON.parse(unseal(keys, sealed)));
  } catch (error) {
    log.error({ error }, "a sealed secret could not be opened");
    return {};
  }
}

const Secrets = z.record(z.string(), z.string());

/** Takes the secrets of an attempt out of the database, for good. Empty when there are none for this worker. */
export async function takeSecrets(
  { runId, step, attempt }: AttemptJob,
  workerId: string,
  keys: BoxKeys,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await database().pool.query<{ worker_id: string; sealed: string }>(
    "delete from sealed_secret where run_id = $1 and step = $2 and attempt = $3 returning worker_id, sealed",
    [runId, step, attempt],
  );
  const mine = rows.find(({ worker_id }) => worker_id === workerId);
  return mine ? open(mine.sealed, keys) : {};
}
