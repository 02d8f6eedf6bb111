import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AttemptId } from "#lib/worker/executor.ts";

/**
 * What an attempt leaves where it was done: a folder that is claimed by making it, so that no attempt begins twice,
 * whoever thinks it is his to begin. It holds `pid`, `out`, `err` and `exit`, or `never` when it was claimed by asking.
 */
export const FILES = { pid: "pid", out: "out", err: "err", exit: "exit", never: "never" } as const;

/** More than this of one stream is neither kept nor read. */
export const MOST_KEPT_BYTES = 10 * 1_048_576 + 65_536;

/**
 * The process that stands between us and the command. It is all that is left when the worker is lost: it leads the
 * process group, sends the output into the receipt, and writes down how the command ended. Arguments: the folder, then
 * the command, word by word. A signal to the group must not end it before it has written that.
 */
export const SUPERVISOR = [
  'd=$1; shift; echo $$ >"$d/pid"; trap : TERM INT HUP',
  '"$@" >>"$d/out" 2>>"$d/err" </dev/null',
  'c=$?; echo $c >"$d/exit"; exit $c',
].join("\n");

export const folderOf = (receipts: string, { runId, step, attempt }: AttemptId): string =>
  join(receipts, runId, step, String(attempt));

export type Claim = { ok: true; folder: string } | { ok: false; message: string };

/** Claims the attempt. Refused when somebody has already, and when a later attempt of the step has begun. */
export async function claim(receipts: string, id: AttemptId): Promise<Claim> {
  const folder = folderOf(receipts, id);
  const steps = join(receipts, id.runId, id.step);
  await mkdir(steps, { recursive: true, mode: 0o700 });
  if (!(await makeFolder(folder))) return { ok: false, message: ALREADY };
  const later = (await readdir(steps)).filter((name) => Number(name) > id.attempt);
  if (later.length === 0) return { ok: true, folder };
  await writeFile(join(folder, FILES.never), "");
  return { ok: false, message: superseded(later[0] ?? "") };
}

export const ALREADY = "this attempt has been claimed there already, and no attempt is begun twice";
export const superseded = (later: string): string => `attempt ${later} of the step has begun there since`;

async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (isMissing(error, "EEXIST")) return false;
    throw error;
  }
}

export type Receipt =
  | { kind: "ended"; code: number; at: string }
  | { kind: "never" }
  | { kind: "begun"; pid: number | null; at: string };

/** What the folder of a claimed attempt says. */
export async function readReceipt(folder: string): Promise<Receipt> {
  // A line without its end is one that is still being written.
  const code = /^(\d{1,3})\n$/.exec((await textOf(join(folder, FILES.exit))) ?? "")?.[1];
  if (code !== undefined) return { kind: "ended", code: Number(code), at: await changedAt(join(folder, FILES.exit)) };
  if ((await textOf(join(folder, FILES.never))) !== null) return { kind: "never" };
  const pid = /^(\d+)\n$/.exec((await textOf(join(folder, FILES.pid))) ?? "")?.[1];
  return pid === undefined
    ? { kind: "begun", pid: null, at: await changedAt(folder) }
    : { kind: "begun", pid: Number(pid), at: await changedAt(join(folder, FILES.pid)) };
}

const changedAt = async (path: string): Promise<string> => (await stat(path)).mtime.toISOString();

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
