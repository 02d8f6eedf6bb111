import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a process group has after SIGTERM before it is killed, and after SIGKILL before we say we do not know. */
const GRACE_MILLISECONDS = 5_000;
const KILL_MILLISECONDS = 2_000;

/** Asks the whole group to end, then kills it. True when it is known to be gone. */
export async function endGroup(leader: number): Promise<boolean> {
  signalGroup(leader, "SIGTERM");
  if (await groupGone(leader, GRACE_MILLISECONDS)) return true;
  signalGroup(leader, "SIGKILL");
  return groupGone(leader, KILL_MILLISECONDS);
}

async function groupGone(leader: number, within: number): Promise<boolean> {
  const deadline = performance.now() + within;
  while (isGroupAlive(leader)) {
    if (performance.now() > deadline) return false;
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
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return null;
    throw error;
  }
}

/** False when there is no such group any more. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}

/** Whether the group whose leader was begun at `begunAt` lives: not another one that was given the same number since. */
export function isStillAlive(leader: number, begunAt: string): boolean {
  if (!isGroupAlive(leader)) return false;
  const started = startedAt(leader);
  return started === null || started <= Date.parse(begunAt) + 1_000;
}

const TICKS_A_SECOND = 100;

/** When a process began, in milliseconds since 1970; null where the system does not tell, or the process is gone. */
function startedAt(pid: number): number | null {
  const ticks = Number(statusOf(pid)?.[19]);
  if (Number.isNaN(ticks)) return null;
  const uptimeSeconds = Number.parseFloat(readFileSync("/proc/uptime", "utf8"));
  return Date.now() - uptimeSeconds * 1_000 + (ticks / TICKS_A_SECOND) * 1_000;
}
