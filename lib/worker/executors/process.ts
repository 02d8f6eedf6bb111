import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ended } from "#lib/domain/run/state.ts";

export type Stream = "stdout" | "stderr";

export type Order = {
  argv: readonly string[];
  timeoutSeconds: number;
  /** What the command is told of its run, beside a clean environment. */
  variables: Readonly<Record<string, string>>;
  /** Fires when a person cancels. */
  canceled: AbortSignal;
  onOutput: (stream: Stream, text: string) => void;
};

/** Nothing of ours: neither the database nor a secret reaches a command. */
const CLEAN: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LANG: "C.UTF-8",
};

/** How long a process group has after SIGTERM before it is killed, and after SIGKILL before we say we do not know. */
const GRACE_MILLISECONDS = 5_000;
const KILL_MILLISECONDS = 2_000;

/**
 * Runs a command on this machine: no shell, a clean environment, a process group of its own that a timeout or a cancel
 * ends as a whole. Answers how it ended; never throws for what the command did.
 */
export async function runProcess(order: Order): Promise<Ended> {
  const [file, ...args] = order.argv;
  if (!file) return { kind: "not_run", message: "the command is empty" };
  if (order.canceled.aborted) return { kind: "not_run", message: "it was canceled before it began" };
  const child = begin(file, args, order.variables);
  if (child instanceof Error) return { kind: "not_run", message: child.message };
  const end = ending(child);
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => order.onOutput(stream, text));
  }
  const stop = stopSignal(order);
  try {
    const ended = await Promise.race([end, stop.reason]);
    if (ended !== "timed_out" && ended !== "canceled") return ended;
    // Output that stays open is held by something that has left the group.
    const gone = (await endGroup(child)) && (await Promise.race([end, sleep(KILL_MILLISECONDS, null)])) !== null;
    return { kind: ended, gone };
  } finally {
    stop.clear();
    for (const output of [child.stdout, child.stderr]) output?.destroy();
  }
}

/** Some reasons why a process cannot be begun are thrown (its arguments are too long), others are told by an event. */
function begin(file: string, args: string[], variables: Order["variables"]): ChildProcess | Error {
  try {
    return spawn(file, args, {
      shell: false,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...CLEAN, ...variables } as NodeJS.ProcessEnv,
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The end of the process and of its output. A child of it that keeps the output open keeps the step running. */
const ending = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    child.once("error", (error) => resolve({ kind: "not_run", message: error.message }));
    child.once("close", (code, signal) => {
      if (signal) resolve({ kind: "signaled", signal });
      else resolve({ kind: "exited", code: code ?? -1 });
    });
  });

function stopSignal({ timeoutSeconds, canceled }: Order) {
  let timer: NodeJS.Timeout | undefined;
  let onCancel: (() => void) | undefined;
  const reason = new Promise<"timed_out" | "canceled">((resolve) => {
    timer = setTimeout(() => resolve("timed_out"), timeoutSeconds * 1_000);
    onCancel = () => resolve("canceled");
    canceled.addEventListener("abort", onCancel, { once: true });
  });
  const clear = () => {
    clearTimeout(timer);
    if (onCancel) canceled.removeEventListener("abort", onCancel);
  };
  return { reason, clear };
}

/** Asks the whole group to end, then kills it. True when it is known to be gone. */
async function endGroup({ pid }: ChildProcess): Promise<boolean> {
  if (pid === undefined) return true;
  signalGroup(pid, "SIGTERM");
  if (await groupGone(pid, GRACE_MILLISECONDS)) return true;
  signalGroup(pid, "SIGKILL");
  return groupGone(pid, KILL_MILLISECONDS);
}

async function groupGone(pid: number, within: number): Promise<boolean> {
  const deadline = performance.now() + within;
  while (signalGroup(pid, 0)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** False when there is no such group any more. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}
