import { randomUUID } from "node:crypto";
import type { Finding } from "#lib/domain/run/state.ts";
import type { SshWork } from "#lib/domain/way/command.ts";
import type { CheckResult, Executor, Hidden, Order, Outcome } from "#lib/worker/executor.ts";
import { ALREADY, superseded } from "#lib/worker/receipts/receipt.ts";
import { SshFailure } from "#lib/worker/ssh/connect.ts";
import { converse, type LastWord } from "#lib/worker/ssh/conversation.ts";
import { SshPool } from "#lib/worker/ssh/pool.ts";
import { askScript, checkScript, killScript, REMOTE_SHELL, runScript } from "#lib/worker/ssh/scripts.ts";
import { stopReason } from "#lib/worker/stop-reason.ts";
import { variablesOf } from "#lib/worker/variables.ts";

export type SshExecutor = Executor<SshWork> & { close: () => Promise<void> };

const notRun = (message: string): Outcome => ({ kind: "ended", ended: { kind: "not_run", message } });
const silence = () => undefined;

/** Commands on a host of the site. Its receipt stays there, and answers when the worker or the connection is lost. */
export function createSshExecutor(): SshExecutor {
  const pool = new SshPool();
  return {
    run: (order) => runRemote(pool, order),
    ask: (order) => askRemote(pool, order),
    check: (work, hidden) => checkRemote(pool, work, hidden),
    close: () => pool.close(),
  };
}

async function runRemote(pool: SshPool, order: Order<SshWork>): Promise<Outcome> {
  const { work, id, hidden } = order;
  if (order.canceled.aborted) return notRun("it was canceled before it began");
  const variables = await variablesOf(work.env, hidden);
  if (!variables.ok) return notRun(variables.message);
  const word = randomUUID();
  let script: string;
  try {
    script = runScript(work, { ...order.variables, ...variables.variables }, { id, word });
  } catch (error) {
    return notRun(error instanceof Error ? error.message : String(error));
  }
  try {
    const channel = await pool.exec(work.to, hidden, REMOTE_SHELL);
    const last = converse(channel, script, { secret: word, onOutput: order.onOutput });
    return await untilEnd(pool, order, { last, abandon: () => channel.destroy() });
  } catch (error) {
    if (error instanceof SshFailure) return notRun(error.message);
    throw error;
  }
}

type Conversation = { last: Promise<LastWord>; abandon: () => void };

/** The end of the command, or what its time or a person makes of it. */
async function untilEnd(pool: SshPool, order: Order<SshWork>, { last, abandon }: Conversation): Promise<Outcome> {
  const stop = stopReason(order);
  try {
    const what = await Promise.race([last, stop.reason]);
    if (what === "leaving") {
      abandon();
      return { kind: "unknown", reason: LEFT };
    }
    if (what !== "timed_out" && what !== "canceled") return outcomeOf(what, order.work);
    return await endRemote(pool, order, { why: what, last });
  } finally {
    stop.clear();
  }
}

const LEFT =
  "The worker was stopped while the command was running. It goes on there; the host can be asked for its receipt.";

function outcomeOf(last: LastWord, { to }: SshWork): Outcome {
  switch (last?.word) {
    case "exit": {
      const [code, left] = last.rest;
      return { kind: "ended", ended: { kind: "exited", code: Number(code), ...(left && { leftBehind: true }) } };
    }
    case "missing":
      return notRun(`${to.host} has no program ${last.rest.join(" ")}`);
    case "claimed":
      return notRun(ALREADY);
    case "superseded":
      return notRun(superseded(last.rest[0] ?? ""));
    case "error":
      return notRun(`on ${to.host} ${last.rest.join(" ")}`);
    case "gone":
      return { kind: "unknown", reason: `On ${to.host} the command is gone and has left no exit code.` };
    default:
      return {
        kind: "unknown",
        reason: `The connection to ${to.host} was lost in the middle of the command. It may go on there; the host can be asked for its receipt.`,
      };
  }
}

/** Ends it there. A cancel tries until it is known to be gone; where the host cannot be reached, nobody knows. */
async function endRemote(
  pool: SshPool,
  order: Order<SshWork>,
  { why, last }: { why: "timed_out" | "canceled"; last: Promise<LastWord> },
): Promise<Outcome> {
  const { work, id, hidden } = order;
  for (;;) {
    const word = randomUUID();
    const said = await tell(pool, work, hidden, { script: killScript(work, { id, word }), word }).catch(unreachable);
    if (said instanceof SshFailure || said === null) {
      return { kind: "unknown", reason: `It was to end, and ${work.to.host} could not be told: it may go on there.` };
    }
    if (said.word === "gone") await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 500))]);
    if (said.word === "gone") return { kind: "ended", ended: { kind: why, gone: true } };
    if (why === "timed_out") return { kind: "ended", ended: { kind: why, gone: false } };
    if (order.leaving.aborted) {
      return {
        kind: "unknown",
        reason: "It was asked to end, and the worker was stopped before it was known to be gone.",
      };
    }
  }
}

async function tell(
  pool: SshPool,
  { to }: SshWork,
  hidden: Hidden,
  { script, word, onOutput = silence }: { script: string; word: string; onOutput?: Order<SshWork>["onOutput"] },
): Promise<LastWord> {
  const channel = await pool.exec(to, hidden, REMOTE_SHELL);
  return converse(channel, script, { secret: word, onOutput });
}

function unreachable(error: unknown): SshFailure {
  if (error instanceof SshFailure) return error;
  throw error;
}

async function askRemote(
  pool: SshPool,
  { id, work, hidden, onOutput }: Pick<Order<SshWork>, "id" | "work" | "hidden" | "onOutput">,
): Promise<Finding> {
  const word = randomUUID();
  const said = await tell(pool, work, hidden, { script: askScript(work, { id, word }), word, onOutput }).catch(
    unreachable,
  );
  if (said instanceof SshFailure) return { kind: "unreachable", message: said.message };
  switch (said?.word) {
    case "never":
      return { kind: "not_begun" };
    case "exit":
      return { kind: "ended", code: Number(said.rest[0]) };
    case "running":
      return { kind: "running" };
    case "gone":
      return { kind: "gone" };
    default:
      return {
        kind: "unreachable",
        message: `${work.to.host} did not answer to the end: ${said?.rest.join(" ") ?? "the connection was lost"}`,
      };
  }
}

async function checkRemote(pool: SshPool, work: SshWork, hidden: Hidden): Promise<CheckResult[]> {
  const { to, argv } = work;
  const connection = `ssh ${to.user}@${to.host}:${to.port}`;
  const word = randomUUID();
  const id = { runId: "check", step: "0", attempt: 0 };
  const said = await tell(pool, work, hidden, { script: checkScript(work, { id, word }), word }).catch(unreachable);
  if (said instanceof SshFailure || said === null) {
    const message = said?.message ?? `${to.host} accepted the connection and then gave no answer.`;
    return [{ what: connection, result: "failed", message }];
  }
  const [writable = "", ...folder] = said.rest;
  const passed = {
    what: connection,
    result: "passed",
    message: "It shows a pinned host key and lets the worker in.",
  } as const;
  const program = argv[0] ?? "";
  return [
    passed,
    said.word === "program"
      ? { what: `Program ${program}`, result: "passed", message: `It is there on ${to.host}.` }
      : { what: `Program ${program}`, result: "failed", message: `${to.host} has no program ${program}.` },
    writable === "writable"
      ? { what: "Receipts", result: "passed", message: `They can be kept on ${to.host}.` }
      : { what: "Receipts", result: "failed", message: `${folder.join(" ")} cannot be written on ${to.host}.` },
  ];
}
