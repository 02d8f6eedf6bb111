import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Finding } from "#lib/domain/run/state.ts";
import type { ProcessWork } from "#lib/domain/way/command.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";
import type { Executor, Order, Outcome } from "#lib/worker/executor.ts";
import { checkHere } from "#lib/worker/executors/check-here.ts";
import { CLEAN_ENVIRONMENT, whyNoProgram } from "#lib/worker/find-program.ts";
import { endGroup, groupGone, isGroupAlive, isStillAlive, killGroup } from "#lib/worker/process-group.ts";
import {
  type Claim,
  claim,
  FILES,
  folderOf,
  forbid,
  mayStillWrite,
  readReceipt,
} from "#lib/worker/receipts/receipt.ts";
import { SUPERVISOR } from "#lib/worker/receipts/supervisor.ts";
import { Tail } from "#lib/worker/receipts/tail.ts";
import { stopReason } from "#lib/worker/stop-reason.ts";
import { variablesOf } from "#lib/worker/variables.ts";

const LOOK_MILLISECONDS = 30;

const notRun = (message: string): Outcome => ({ kind: "ended", ended: { kind: "not_run", message } });

/**
 * Commands on the worker's own machine: no shell line, a clean environment, a process group of its own that a timeout or
 * a cancel ends as a whole. What it writes and how it ends goes into its receipt, which outlives the worker.
 */
export function createProcessExecutor(receipts: string): Executor<ProcessWork> {
  return {
    run: (order) => runProcess(receipts, order),
    ask: (order) => askProcess(receipts, order),
    check: (work, hidden) => checkHere(receipts, work, hidden),
  };
}

async function runProcess(receipts: string, order: Order<ProcessWork>): Promise<Outcome> {
  const { argv, env } = order.work;
  const missing = await whyNoProgram(argv[0] ?? "");
  if (missing !== null) return notRun(missing);
  const hidden = await variablesOf(env, order.hidden);
  if (!hidden.ok) return notRun(hidden.message);
  if (order.canceled.aborted) return notRun(told("it was canceled before it began"));
  const claimed = await claim(receipts, order.id).catch(unwritable);
  if (!claimed.ok) return notRun(claimed.message);
  const { folder } = claimed;
  const child = begin(folder, argv, { ...CLEAN_ENVIRONMENT, ...order.variables, ...hidden.variables });
  if (child instanceof Error) return notRun(faultTold(child));
  const tails = tailsOf(folder, order.onOutput);
  try {
    return await follow({ child, folder }, order, async () => {
      for (const tail of tails) await tail.read();
    });
  } finally {
    for (const tail of tails) await tail.close();
  }
}

const unwritable = (error: unknown): Claim => ({
  ok: false,
  message: told("its receipt cannot be written on the worker's machine: {reason}", {
    reason: faultTold(error),
  }),
});

const tailsOf = (folder: string, onOutput: Order<ProcessWork>["onOutput"]): Tail[] => [
  new Tail(join(folder, FILES.out), (text) => onOutput("stdout", text)),
  new Tail(join(folder, FILES.err), (text) => onOutput("stderr", text)),
];

/** Some reasons why a process cannot be begun are thrown (its arguments are too long), others are told by an event. */
function begin(folder: string, argv: readonly string[], env: Record<string, string>): ChildProcess | Error {
  try {
    return spawn("/bin/sh", ["-c", SUPERVISOR, "supervisor", folder, ...argv], {
      detached: true,
      stdio: "ignore",
      env: env as NodeJS.ProcessEnv,
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

type Begun = { child: ChildProcess; folder: string };

/** Reads along until it has ended, its time is up, somebody cancels, or the worker has to leave it. */
async function follow(begun: Begun, order: Order<ProcessWork>, read: () => Promise<void>): Promise<Outcome> {
  const { child } = begun;
  const end = ending(child);
  const stop = stopReason(order);
  try {
    for (;;) {
      const what = await Promise.race([end, stop.reason, sleep(LOOK_MILLISECONDS, "look" as const)]);
      await read();
      if (what === "look") continue;
      if (what === "leaving") {
        child.unref();
        return { kind: "unknown", reason: LEFT };
      }
      if (what === "timed_out" || what === "canceled") {
        const ended = await endNow(child, what, order.leaving);
        await read();
        return ended;
      }
      return await settle(begun, what);
    }
  } finally {
    stop.clear();
  }
}

const LEFT = told(
  "The worker was stopped while the command was running. It goes on; the host can be asked for its receipt.",
);

/** A timeout says whether the group is gone; a cancel goes on until it is, or until the worker cannot wait any longer. */
async function endNow(child: ChildProcess, why: "timed_out" | "canceled", leaving: AbortSignal): Promise<Outcome> {
  const { pid } = child;
  let gone = pid === undefined || (await endGroup(pid, leaving));
  while (why === "canceled" && !gone && !leaving.aborted) gone = pid === undefined || (await killGroup(pid, leaving));
  if (!gone && leaving.aborted) {
    child.unref();
    return {
      kind: "unknown",
      reason: told("It was asked to end, and the worker was stopped before it was known to be gone."),
    };
  }
  return { kind: "ended", ended: { kind: why, gone } };
}

type SupervisorEnd = { error: Error } | { code: number | null; signal: NodeJS.Signals | null };

const ending = (child: ChildProcess): Promise<SupervisorEnd> =>
  new Promise((resolve) => {
    child.once("error", (error) => resolve({ error }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });

/** The supervisor has ended: only what it wrote down is the command's own code. */
async function settle({ child, folder }: Begun, end: SupervisorEnd): Promise<Outcome> {
  if ("error" in end) return notRun(faultTold(end.error));
  const { pid } = child;
  const leftBehind = pid !== undefined && isGroupAlive(pid) && { leftBehind: true as const };
  const receipt = await readReceipt(folder);
  if (receipt.kind === "ended") return { kind: "ended", ended: { kind: "exited", code: receipt.code, ...leftBehind } };
  if (receipt.kind === "never") return notRun(told("the host was asked before it began, and it never will"));
  if (receipt.kind === "claimed" && (await forbid(folder))) {
    return notRun(told("its receipt cannot be written in {folder} on the worker's machine", { folder }));
  }
  if (end.signal === null) return { kind: "ended", ended: { kind: "exited", code: end.code ?? -1, ...leftBehind } };
  if (pid === undefined || (await groupGone(pid))) {
    return { kind: "ended", ended: { kind: "signaled", signal: end.signal } };
  }
  return {
    kind: "unknown",
    reason: told("{signal} ended what was to note its exit code, and the command goes on.", { signal: end.signal }),
  };
}

async function askProcess(
  receipts: string,
  { id, onOutput }: Pick<Order<ProcessWork>, "id" | "onOutput">,
): Promise<Finding> {
  // An attempt that has not begun is forbidden by asking, so that a worker that was only slow will not begin it after all.
  const claimed = await claim(receipts, id).catch(unwritable);
  const folder = folderOf(receipts, id);
  const receipt = await forbid(folder)
    .then(() => readReceipt(folder))
    .catch(() => null);
  switch (receipt?.kind) {
    case undefined:
      return {
        kind: "unreachable",
        message: claimed.ok ? told("{folder} cannot be read.", { folder }) : claimed.message,
      };
    case "never":
    case "claimed":
      return { kind: "not_begun" };
    case "ended":
      for (const tail of tailsOf(folder, onOutput)) {
        await tail.read();
        await tail.close();
      }
      return { kind: "ended", code: receipt.code, at: receipt.at };
    case "begun": {
      const { pid, start } = receipt;
      const runs = pid === null ? await mayStillWrite(folder) : isStillAlive(pid, start);
      return runs ? { kind: "running" } : { kind: "gone" };
    }
  }
}
