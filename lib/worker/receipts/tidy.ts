import { readdir, rm, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { FILES, isMissing, MOST_KEPT_BYTES } from "#lib/worker/receipts/receipt.ts";

const KEPT_MILLISECONDS = 30 * 24 * 3_600_000;

/**
 * Keeps the receipts of a machine from growing: removes those older than 30 days, and cuts the output of commands that
 * outlived their worker. Between the loss of a worker and the start of the next one nobody does.
 */
export async function tidyReceipts(receipts: string, now = Date.now()): Promise<void> {
  for (const run of await foldersIn(receipts)) {
    for (const step of await foldersIn(join(receipts, run))) {
      for (const attempt of await foldersIn(join(receipts, run, step))) {
        await tidyReceipt(join(receipts, run, step, attempt), now);
      }
    }
    await removeOld(join(receipts, run), now);
  }
}

async function tidyReceipt(folder: string, now: number): Promise<void> {
  for (const name of [FILES.out, FILES.err]) {
    const file = join(folder, name);
    const size = await stat(file).then(({ size: bytes }) => bytes, ignoreMissing);
    if (size > 2 * MOST_KEPT_BYTES) await truncate(file, MOST_KEPT_BYTES);
  }
  await removeOld(folder, now);
}

async function removeOld(folder: string, now: number): Promise<void> {
  const changed = await stat(folder).then(
    ({ mtimeMs }) => mtimeMs,
    () => now,
  );
  if (now - changed > KEPT_MILLISECONDS) await rm(folder, { recursive: true, force: true });
}

const foldersIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (isMissing(error, "ENOENT")) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
};

function ignoreMissing(error: unknown): number {
  if (isMissing(error, "ENOENT")) return 0;
  throw error;
}
