import { randomUUID } from "node:crypto";
import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isSuccess } from "#lib/domain/run/read-state.ts";
import type { ProcessWork, SshWork } from "#lib/domain/way/command.ts";
import type { HttpWork } from "#lib/domain/way/http.ts";
import type { LookWork, ProbeWork } from "#lib/domain/way/probe.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";
import type { CheckResult, Executor, Hidden, Order, Outcome } from "#lib/worker/executor.ts";
import { reach } from "#lib/worker/reach.ts";
import { type StopReason, stopReason } from "#lib/worker/stop-reason.ts";

type Others = { process: Executor<ProcessWork>; ssh: Executor<SshWork>; http: Executor<HttpWork> };
type Seen = { held: boolean; message: string };

/** A single look is not waited for longer than this, so that there is time for the next one. */
const LOOK_SECONDS = 10;

/** Looks at once and then again and again, until it holds or the time is up. A probe changes nothing. */
export function createProbeExecutor(others: Others): Executor<ProbeWork> {
  return {
    run: (order) => probe(others, order),
    check: (work, hidden, signal) => checkProbe(others, work, { hidden, signal }),
  };
}

async function probe(others: Others, order: Order<ProbeWork>): Promise<Outcome> {
  const stop = stopReason(order);
  const stopped = new AbortController();
  let why: StopReason | null = order.canceled.aborted ? "canceled" : null;
  void stop.reason.then((reason) => {
    why = reason;
    stopped.abort();
  });
  const stoppedBy = (): StopReason | null => why;
  let seen: Seen = { held: false, message: told("there was no time to look") };
  let tries = 0;
  try {
    while (stoppedBy() === null) {
      tries += 1;
      const looked = await look(others, order.work.that, { order, signal: stopped.signal });
      if (!looked.held && stoppedBy() !== null && tries > 1) {
        // It was cut short, and tells less than the look before it.
        order.onOutput("stdout", `${told("Try {number}: the time was up before it was over", { number: tries })}\n`);
        break;
      }
      seen = looked;
      order.onOutput("stdout", `${tryTold(tries, seen)}\n`);
      if (seen.held) break;
      await sleep(order.work.everySeconds * 1_000, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  } finally {
    stop.clear();
  }
  if (!seen.held && stoppedBy() === "canceled") return { kind: "ended", ended: { kind: "canceled", gone: true } };
  if (!seen.held && stoppedBy() === "leaving") {
    return {
      kind: "unknown",
      reason: told("The worker was stopped while it was looking. Looking changes nothing: run it again."),
    };
  }
  return { kind: "ended", ended: { kind: "probed", held: seen.held, tries, message: seen.message } };
}

const tryTold = (number: number, { held, message }: Seen): string =>
  held
    ? told("Try {number}: it holds, {message}", { number, message })
    : told("Try {number}: it does not hold, {message}", { number, message });

type Looking = { order: Pick<Order<ProbeWork>, "hidden" | "variables">; signal: AbortSignal };

async function look(others: Others, that: LookWork, looking: Looking): Promise<Seen> {
  switch (that.look) {
    case "tcp":
      return await lookTcp(that, looking.signal);
    case "dns":
      return await lookDns(that);
    case "http":
      return await lookHttp(others, that, looking);
    case "command":
      return await lookCommand(others, that, looking);
  }
}

async function lookTcp({ host, port }: Extract<LookWork, { look: "tcp" }>, signal: AbortSignal): Promise<Seen> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(LOOK_SECONDS * 1_000)]);
  const failure = await reach({ host, port: Number(port) }, inTime);
  const message =
    failure === null
      ? told("{address} accepts connections", { address: `${host}:${port}` })
      : told("{address} cannot be reached: {reason}.", { address: `${host}:${port}`, reason: failure });
  return { held: failure === null, message };
}

async function lookDns({ name, address }: Extract<LookWork, { look: "dns" }>): Promise<Seen> {
  try {
    const found = (await lookup(name, { all: true })).map((one) => one.address);
    return {
      held: found.includes(address),
      message: told("{name} resolves to {addresses}", { name, addresses: found.join(", ") }),
    };
  } catch (error) {
    return {
      held: false,
      message: told("{name} does not resolve: {reason}", {
        name,
        reason: faultTold(error),
      }),
    };
  }
}

async function lookHttp(
  others: Others,
  { base, url, status }: Extract<LookWork, { look: "http" }>,
  { order, signal }: Looking,
): Promise<Seen> {
  const work: HttpWork = { way: "http", base, url, method: "GET", headers: {}, expect: { status, json: [] } };
  const outcome = await others.http.run(lookOrder(work, { order, signal }));
  const result = outcome.kind === "ended" ? outcome.ended : null;
  if (result?.kind === "answered")
    return { held: result.ok, message: told("{address} answers {status}", { address: url, status: result.status }) };
  return {
    held: false,
    message: result?.kind === "not_run" ? result.message : told("{address} does not answer", { address: url }),
  };
}

async function lookCommand(
  others: Others,
  { run }: Extract<LookWork, { look: "command" }>,
  looking: Looking,
): Promise<Seen> {
  const written: string[] = [];
  const onOutput = (_: unknown, text: string) => void written.push(text);
  const outcome =
    run.way === "ssh"
      ? await others.ssh.run({ ...lookOrder(run, looking), onOutput })
      : await others.process.run({ ...lookOrder(run, looking), onOutput });
  const last = written.join("").trim().split("\n").at(-1)?.slice(0, 300) ?? "";
  if (outcome.kind === "unknown") return { held: false, message: outcome.reason };
  const { ended } = outcome;
  if (ended.kind === "exited") return { held: isSuccess(ended), message: endedWith(ended.code, last) };
  return {
    held: false,
    message:
      ended.kind === "not_run" ? ended.message : told("it was not over within {seconds} s", { seconds: LOOK_SECONDS }),
  };
}

const endedWith = (code: number, output: string): string =>
  output === "" ? told("exit code {code}", { code }) : told("exit code {code}: {output}", { code, output });

/** Every look is an attempt of its own at the target: it leaves receipts like any command. */
const lookOrder = <W>(work: W, { order, signal }: Looking): Order<W> => ({
  id: { runId: `look-${randomUUID()}`, step: "0", attempt: 1 },
  work,
  timeoutSeconds: LOOK_SECONDS,
  variables: order.variables,
  hidden: order.hidden,
  canceled: signal,
  leaving: new AbortController().signal,
  onOutput: () => undefined,
});

async function checkProbe(
  others: Others,
  { that }: ProbeWork,
  { hidden, signal }: { hidden: Hidden; signal: AbortSignal },
): Promise<CheckResult[]> {
  if (that.look !== "command") return [];
  return that.run.way === "ssh"
    ? others.ssh.check(that.run, hidden, signal)
    : others.process.check(that.run, hidden, signal);
}
