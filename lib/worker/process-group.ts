import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a process group has after SIGTERM before it is killed, and after SIGKILL before we say we do not know. */
const GRACE_MILLISECONDS = 5_000;
const KILL_MILLISECONDS = 2_000;

/** Asks the whole group to end, then kills it. True when it is known to be gone; gives up when `until` fires. */
export async function endGroup(leader: number, until: AbortSignal): Promise<boolean> {
  signalGroup(leader, "SIGTERM");
  return (await groupGone(leader, GRACE_MILLISECONDS, until)) || (await killGroup(leader, until));
}

/** Kills the whole group. True when it is known to be gone. */
export async function killGroup(leader: number, until: AbortSignal): Promise<boolean> {
  signalGroup(leader, "SIGKILL");
  return await groupGone(leader, KILL_MILLISECONDS, until);
}

/** Waits for the end of a group that is ending by itself; false when it goes on. */
export async function groupGone(
  leader: number,
  within = KILL_MILLISECONDS,
  until: AbortSignal | null = null,
): Promise<boolean> {
  const deadline = performance.now() + within;
  while (isGroupAlive(leader)) {
    if (performance.now() > deadline || until?.aborted) return false;
    await sleep(20);
  }
  return true;
}

/** Whether anything of the group still runs. One that has ended and is not yet collected by its parent does not. */
export const isGroupAlive = (leader: number): boolean => signalGroup(leader, 0) && hasLivingMember(leader);

const processFolders = (): string[] =>
  existsSync("/proc/self/stat") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];

function hasLivingMember(leader: number): boolean {
  const all = processFolders();
  if (all.length === 0) return true; // a system that does not tell
  return all.some((name) => {
    const [state, , group] = statusOf(Number(name)) ?? [];
    return Number(group) === leader && state !== "Z";
  });
}

/** The fields of /proc/<pid>/stat after the name, beginning with the state; null for a process that is gone. */
function statusOf(pid: number): string[] | null {
  try {
    return fieldsOf(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return null;
    throw error;
  }
}

const fieldsOf = (line: string): string[] =>
  line
    .slice(line.lastIndexOf(")") + 1)
    .trim()
    .split(" ");

/** False when there is no such group any more. One that we may not signal is there. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      if (error.code === "ESRCH") return false;
      if (error.code === "EPERM") return true;
    }
    throw error;
  }
}

/** The field that says when a process began, in ticks since the machine did. */
const STARTED = 19;

/**
 * Whether the group of this leader lives, and is not another one that was given the same number since. `start` is what
 * /proc said of the leader when it began; null where the system does not tell.
 */
export function isStillAlive(leader: number, start: string | null): boolean {
  if (!isGroupAlive(leader)) return false;
  const now = statusOf(leader)?.[STARTED];
  return start === null || now === undefined || now === fieldsOf(start)[STARTED];
}
