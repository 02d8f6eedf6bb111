import { randomUUID } from "node:crypto";
import type { ClientChannel } from "ssh2";
import type { Finding } from "#lib/domain/run/state.ts";
import type { SshWork } from "#lib/domain/way/command.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";
import type { CheckResult, Executor, Hidden, Order, Outcome } from "#lib/worker/executor.ts";
import { checkCredentials } from "#lib/worker/executors/check-here.ts";
import { ALREADY, superseded } from "#lib/worker/receipts/receipt.ts";
import { checkHost } from "#lib/worker/ssh/check-host.ts";
import { SshFailure } from "#lib/worker/ssh/connect.ts";
import { converse, type LastWord } from "#lib/worker/ssh/conversation.ts";
import { endRemote } from "#lib/worker/ssh/end-remote.ts";
import { SshPool } from "#lib/worker/ssh/pool.ts";
import { askScript, runScript, tidyScript } from "#lib/worker/ssh/scripts.ts";
import { tell } from "#lib/worker/ssh/tell.ts";
import { type StopReason, stopReason } from "#lib/worker/stop-reason.ts";
import { variablesOf } from "#lib/worker/variables.ts";

export type SshExecutor = Executor<SshWork> & { close: () => Promise<void> };

const notRun = (message: string): Outcome => ({ kind: "ended", ended: { kind: "not_run", message } });

/** Commands on a host of the site. Its receipt stays there, and answers when the worker or the connection is lost. */
export function createSshExecutor(): SshExecutor {
  const pool = new SshPool();
  const tidy = tidier(pool);
  return {
    run: async (order) => {
      const outcome = await runRemote(pool, order);
      if (outcome.kind === "ended" && outcome.ended.kind === "exited") tidy(order);
      return outcome;
    },
    ask: (order) => askRemote(pool, order),
    check: (work, hidden, signal) => checkRemote(pool, work, { hidden, signal }),
    close: () => pool.close(),
  };
}

async function runRemote(pool: SshPool, order: Order<SshWork>): Promise<Outcome> {
  const { work, id, hidden } = order;
  const variables = await variablesOf(work.env, hidden);
  if (!variables.ok) return notRun(variables.message);
  const word = randomUUID();
  let script: string;
  try {
    script = runScript(work, { ...order.variables, ...variables.variables }, { id, word });
  } catch (error) {
    return notRun(faultTold(error));
  }
  const stop = stopReason(order);
  try {
    const shell = pool.shell(work.to, hidden);
    const channel = await Promise.race([stop.reason, shell]);
    if (typeof channel === "string") {
      void shell.then(
        (late) => late.end(),
        () => undefined,
      );
      return notRun(NOT_SENT[channel]);
    }
    const last = converse(channel, script, { secret: word, onOutput: order.onOutput });
    return await untilEnd(pool, order, { last, channel, stop: stop.reason });
  } catch (error) {
    if (error instanceof SshFailure) return notRun(error.message);
    throw error;
  } finally {
    stop.clear();
  }
}

const NOT_SENT: Readonly<Record<StopReason, string>> = {
  canceled: told("it was canceled before it was sent"),
  timed_out: told("its time was up before the host answered; no command was sent"),
  leaving: told("the worker was stopped before it was sent"),
};

const DAY_MILLISECONDS = 24 * 3_600_000;

/** Removes old output from a host on which something was run, once a day. That it could not matters to nobody. */
function tidier(pool: SshPool): (order: Order<SshWork>) => void {
  const tidied = new Map<string, number>();
  return ({ work, id, hidden }) => {
    const place = JSON.stringify(work.to);
    if (performance.now() - (tidied.get(place) ?? Number.NEGATIVE_INFINITY) < DAY_MILLISECONDS) return;
    tidied.set(place, performance.now());
    void tell(pool, work, hidden, { script: tidyScript, id }).catch(() => undefined);
  };
}

type Sent = { last: Promise<LastWord>; channel: ClientChannel; stop: Promise<StopReason> };

/** The end of the command, or what its time or a person makes of it. */
async function untilEnd(pool: SshPool, order: Order<SshWork>, { last, channel, stop }: Sent): Promise<Outcome> {
  const what = await Promise.race([last, stop]);
  if (what === "leaving") {
    channel.destroy();
    return { kind: "unknown", reason: LEFT };
  }
  if (what !== "timed_out" && what !== "canceled") return outcomeOf(what, order.work);
  return await endRemote(pool, order, { why: what, last });
}

const LEFT = told(
  "The worker was stopped while the command was running. It goes on there; the host can be asked for its receipt.",
);

function outcomeOf(last: LastWord, { to }: SshWork): Outcome {
  switch (last?.word) {
    case "exit": {
      const [code, left] = last.rest;
      return { kind: "ended", ended: { kind: "exited", code: Number(code), ...(left && { leftBehind: true }) } };
    }
    case "missing":
      return notRun(told("{host} has no program {program}", { host: to.host, program: last.rest.join(" ") }));
    case "claimed":
      return notRun(ALREADY);
    case "superseded":
      return notRun(superseded(last.rest[0] ?? ""));
    case "unbegun":
      return notRun(
        told("it could not be begun on {host}, or the host was asked before it began; it never will be", {
          host: to.host,
        }),
      );
    case "error":
      return notRun(told("on {host} {fault}", { host: to.host, fault: last.rest.join(" ") }));
    case "gone":
      return {
        kind: "unknown",
        reason: told("On {host} the command is gone and has left no exit code.", { host: to.host }),
      };
    case "orphaned":
      return {
        kind: "unknown",
        reason: told("On {host} what was to note its exit code is gone. The command goes on.", { host: to.host }),
      };
    default:
      return {
        kind: "unknown",
        reason: told(
          "The connection to {host} was lost in the middle of the command. It may go on there; the host can be asked for its receipt.",
          { host: to.host },
        ),
      };
  }
}

async function askRemote(
  pool: SshPool,
  { id, work, hidden, onOutput }: Pick<Order<SshWork>, "id" | "work" | "hidden" | "onOutput">,
): Promise<Finding> {
  const said = await tell(pool, work, hidden, { script: askScript, id, onOutput });
  if (said instanceof SshFailure) return { kind: "unreachable", message: said.message };
  switch (said?.word) {
    case "unbegun":
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
        message: told("{host} did not answer to the end: {reason}", {
          host: work.to.host,
          reason: said?.rest.join(" ") ?? told("the connection was lost"),
        }),
      };
  }
}

async function checkRemote(
  pool: SshPool,
  work: SshWork,
  { hidden, signal }: { hidden: Hidden; signal: AbortSignal },
): Promise<CheckResult[]> {
  const { promise: stopped, resolve } = Promise.withResolvers<CheckResult[]>();
  const stop = () =>
    resolve([
      {
        what: told("Connection to {address}", { address: work.to.host }),
        result: "failed",
        message: told("It did not answer in time."),
      },
    ]);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const found = await Promise.race([checkHost(pool, work, hidden), stopped]);
  signal.removeEventListener("abort", stop);
  return [...found, ...(await checkCredentials(work.env, hidden))];
}
