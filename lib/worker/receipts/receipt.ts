import { mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { told } from "#lib/words/told.ts";
import type { AttemptId } from "#lib/worker/executor.ts";

/**
 * What an attempt leaves where it was done: a folder that is claimed by making it, so that no attempt begins twice,
 * whoever thinks it is his to begin. `pid` holds the number of its supervisor, or `never` when asking came first.
 */
export const FILES = { pid: "pid", start: "start", out: "out", err: "err", exit: "exit" } as const;
const NEVER = "never\n";

/** An attempt whose supervisor has not written its number in this time never will. */
const WRITTEN_MILLISECONDS = 10_000;

export const folderOf = (receipts: string, { runId, step, attempt }: AttemptId): string =>
  join(receipts, runId, step, String(attempt));

/** The looks of a probe change nothing: nobody asks for their receipts, and they are not kept. */
export const isLook = (runId: string): boolean => runId.startsWith("look-");

export type Claim = { ok: true; folder: string } | { ok: false; message: string };

/** Claims the attempt. Refused when somebody has already, and when a later attempt of the step has begun. */
export async function claim(receipts: string, id: AttemptId): Promise<Claim> {
  const folder = folderOf(receipts, id);
  const steps = join(receipts, id.runId, id.step);
  try {
    await mkdir(steps, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (isMissing(error, "ENOTDIR") || isMissing(error, "EEXIST")) return { ok: false, message: REMOVED };
    throw error;
  }
  if (!(await makeFolder(folder))) return { ok: false, message: ALREADY };
  const later = (await readdir(steps)).find((name) => Number(name) > id.attempt);
  if (later === undefined) {
    await keep(steps);
    return { ok: true, folder };
  }
  await forbid(folder);
  return { ok: false, message: superseded(later) };
}

export const ALREADY = told("this attempt has been claimed there already, and no attempt is begun twice");
const REMOVED = told("the receipts of this run were removed there when nothing had changed for 30 days");
export const superseded = (later: string): string =>
  told("attempt {attempt} of the step has begun there since", { attempt: later });

/** So that no power cut makes it look as if it had not begun. */
async function keep(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (isMissing(error, "EEXIST")) return false;
    throw error;
  }
}

/** From now on the claimed attempt never begins; false when it has begun. */
export async function forbid(folder: string): Promise<boolean> {
  try {
    await writeFile(join(folder, FILES.pid), NEVER, { flag: "wx" });
    return true;
  } catch (error) {
    if (isMissing(error, "EEXIST")) return false;
    throw error;
  }
}

export type Receipt =
  | { kind: "ended"; code: number; at: string }
  | { kind: "never" }
  /** Claimed, and not begun by now. */
  | { kind: "claimed" }
  /** `pid` is null for the moment before it is written; `start` where the system does not tell. */
  | { kind: "begun"; pid: number | null; start: string | null };

/** What the folder of a claimed attempt says. */
export async function readReceipt(folder: string): Promise<Receipt> {
  const exit = join(folder, FILES.exit);
  // A line without its end is one that is still being written.
  const code = /^(\d{1,3})\n$/.exec((await textOf(exit)) ?? "")?.[1];
  if (code !== undefined) return { kind: "ended", code: Number(code), at: (await stat(exit)).mtime.toISOString() };
  const pid = await textOf(join(folder, FILES.pid));
  if (pid === null) return { kind: "claimed" };
  if (pid === NEVER) return { kind: "never" };
  const number = /^(\d+)\n$/.exec(pid)?.[1];
  return {
    kind: "begun",
    pid: number === undefined ? null : Number(number),
    start: await textOf(join(folder, FILES.start)),
  };
}

/** Whether a supervisor that has not written its number yet still may. */
export async function mayStillWrite(folder: string): Promise<boolean> {
  const { mtimeMs } = await stat(join(folder, FILES.pid));
  return Date.now() - mtimeMs < WRITTEN_MILLISECONDS;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error, "ENOENT")) return null;
    throw error;
  }
}

export const isMissing = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
