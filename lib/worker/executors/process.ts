import { type ChildProcess, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ended, Finding } from "#lib/domain/run/state.ts";
import type { ProcessWork } from "#lib/domain/way/command.ts";
import type { CheckResult, Executor, Order, Outcome } from "#lib/worker/executor.ts";
import { CLEAN_ENVIRONMENT, whyNoProgram } from "#lib/worker/find-program.ts";
import { endGroup, isGroupAlive, isStillAlive } from "#lib/worker/process-group.ts";
import { claim, FILES, folderOf, readReceipt, SUPERVISOR } from "#lib/worker/receipts/receipt.ts";
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
    check: async ({ argv }) => [await checkProgram(argv[0] ?? "")],
  };
}

async function checkProgram(file: string): Promise<CheckResult> {
  const missing = await whyNoProgram(file);
  return missing === null
    ? { what: `Program ${file}`, result: "passed", message: "It is there and can be executed." }
    : { what: `Program ${file}`, result: "failed", message: `On the worker's machine ${missing}.` };
}

async function runProcess(receipts: string, order: Order<ProcessWork>): Promise<Outcome> {
  const { argv, env } = order.work;
  const missing = await whyNoProgram(argv[0] ?? "");
  if (missing !== null) return notRun(missing);
  if (order.canceled.aborted) return notRun("it was canceled before it began");
  const hidden = await variablesOf(env, order.hidden);
  if (!hidden.ok) return notRun(hidden.message);
  const claimed = await claim(receipts, order.id);
  if (!claimed.ok) return notRun(claimed.message);
  const { folder } = claimed;
  const child = begin(folder, argv, { ...CLEAN_ENVIRONMENT, ...order.variables, ...hidden.variables });
  if (child instanceof Error) return notRun(child.message);
  const tails = [
    new Tail(join(folder, FILES.out), (text) => order.onOutput("stdout", text)),
    new Tail(join(folder, FILES.err), (text) => order.onOutput("stderr", text)),
  ];
  try {
    return await follow(child, order, async () => {
      for (const tail of tails) await tail.read();
    });
  } finally {
    for (const tail of tails) await tail.close();
  }
}

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

/** Reads along until it has ended, its time is up, somebody cancels, or the worker has to leave it. */
async function follow(child: ChildProcess, order: Order<ProcessWork>, read: () => Promise<void>): Promise<Outcome> {
  const end = ending(child);
  const stop = stopReason(order);
  try {
    for (;;) {
      const what = await Promise.race([end, stop.reason, sleep(LOOK_MILLISECONDS, "look" as const)]);
      await read();
      if (what === "look") continue;
      if (what === "leaving") return { kind: "unknown", reason: LEFT };
      if (what === "timed_out" || what === "canceled") {
        const ended = await endNow(child, what, order.leaving);
        await read();
        return ended;
      }
      return { kind: "ended", ended: what };
    }
  } finally {
    stop.clear();
  }
}

const LEFT = "The worker was stopped while the command was running. It goes on; the host can be asked for its receipt.";

/** A timeout says whether the group is gone; a cancel goes on until it is, or until the worker cannot wait any longer. */
async function endNow(child: ChildProcess, why: "timed_out" | "canceled", leaving: AbortSignal): Promise<Outcome> {
  const { pid } = child;
  let gone = pid === undefined || (await endGroup(pid));
  while (why === "canceled" && !gone && !leaving.aborted) gone = pid === undefined || (await endGroup(pid));
  if (why === "canceled" && !gone) {
    return {
      kind: "unknown",
      reason: "It was asked to end, and the worker was stopped before it was known to be gone.",
    };
  }
  return { kind: "ended", ended: { kind: why, gone } };
}

function ending(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ kind: "not_run", message: error.message }));
    child.once("exit", (code, signal) => {
      if (signal) resolve({ kind: "signaled", signal });
      else resolve({ kind: "exited", code: code ?? -1, ...(isLeftBehind(child) && { leftBehind: true }) });
    });
  });
}

const isLeftBehind = ({ pid }: ChildProcess): boolean => pid !== undefined && isGroupAlive(pid);

async function askProcess(
  receipts: string,
  { id, onOutput }: Pick<Order<ProcessWork>, "id" | "onOutput">,
): Promise<Finding> {
  // An attempt nobody claimed is claimed by asking, so that a worker that was only slow will not begin it after all.
  const claimed = await claim(receipts, id);
  const folder = folderOf(receipts, id);
  if (claimed.ok) await writeFile(join(folder, FILES.never), "");
  const receipt = await readReceipt(folder);
  switch (receipt.kind) {
    case "never":
      return { kind: "not_begun" };
    case "ended":
      for (const [name, stream] of [
        [FILES.out, "stdout"],
        [FILES.err, "stderr"],
      ] as const) {
        const tail = new Tail(join(folder, name), (text) => onOutput(stream, text));
        await tail.read();
        await tail.close();
      }
      return { kind: "ended", code: receipt.code, at: receipt.at };
    case "begun":
      return receipt.pid !== null && isStillAlive(receipt.pid, receipt.at) ? { kind: "running" } : { kind: "gone" };
  }
}
