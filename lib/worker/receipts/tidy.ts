import { readdir, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isStillAlive } from "#lib/worker/process-group.ts";
import { FILES, isLook, isMissing, readReceipt } from "#lib/worker/receipts/receipt.ts";
import { MOST_KEPT_BYTES } from "#lib/worker/receipts/supervisor.ts";

const DAY_MILLISECONDS = 24 * 3_600_000;
const KEPT_DAYS = 30;
const OUTGOING = ".removed";

/**
 * Keeps the receipts of a machine from growing: cuts the output of commands that outlived their worker, and removes the
 * receipts of a run of which nothing has changed for 30 days and nothing still runs. In the place of its folder an empty
 * file stays, so that none of its attempts is ever taken for one that was not begun. Between the loss of a worker and
 * the start of the next one nobody cuts anything.
 */
export async function tidyReceipts(receipts: string, now = Date.now()): Promise<void> {
  for (const run of await foldersIn(receipts)) {
    const folder = join(receipts, run);
    const attempts = await attemptsOf(folder);
    for (const attempt of attempts) await cutOutput(attempt);
    if (run.endsWith(OUTGOING)) await rm(folder, { recursive: true, force: true });
    else if (await isOld([folder, ...attempts], now - DAY_MILLISECONDS * (isLook(run) ? 1 : KEPT_DAYS))) {
      if (!(await anyRuns(attempts))) await remove(folder, isLook(run));
    }
  }
}

async function attemptsOf(run: string): Promise<string[]> {
  const steps = (await foldersIn(run)).map((step) => join(run, step));
  const attempts = await Promise.all(
    steps.map(async (step) => (await foldersIn(step)).map((name) => join(step, name))),
  );
  return attempts.flat();
}

async function cutOutput(attempt: string): Promise<void> {
  for (const name of [FILES.out, FILES.err]) {
    const file = join(attempt, name);
    const size = await stat(file).then(({ size: bytes }) => bytes, zeroWhenMissing);
    if (size > 2 * MOST_KEPT_BYTES) await truncate(file, MOST_KEPT_BYTES);
  }
}

async function isOld(folders: readonly string[], before: number): Promise<boolean> {
  const changed = await Promise.all(
    folders.map((folder) => stat(folder).then(({ mtimeMs }) => mtimeMs, zeroWhenMissing)),
  );
  return Math.max(...changed) < before;
}

async function anyRuns(attempts: readonly string[]): Promise<boolean> {
  const receipts = await Promise.all(attempts.map(readReceipt));
  return receipts.some(
    (receipt) => receipt.kind === "begun" && receipt.pid !== null && isStillAlive(receipt.pid, receipt.start),
  );
}

async function remove(run: string, whole: boolean): Promise<void> {
  await rename(run, run + OUTGOING);
  if (!whole) await writeFile(run, "", { flag: "wx", mode: 0o600 });
  await rm(run + OUTGOING, { recursive: true, force: true });
}

const foldersIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (isMissing(error, "ENOENT")) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
};

function zeroWhenMissing(error: unknown): number {
  if (isMissing(error, "ENOENT")) return 0;
  throw error;
}
