import { isIP } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Shown } from "#lib/domain/argument.ts";
import type { Ended } from "#lib/domain/run/state.ts";
import type { HttpWork } from "#lib/domain/way/http.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import { type Exchange, type Sent, send } from "#lib/server/outgoing/send.ts";
import { type Resolve, vettedAddress } from "#lib/server/outgoing/vetted-address.ts";
import { told } from "#lib/words/told.ts";
import type { CheckResult, Executor, Hidden, Order, Outcome } from "#lib/worker/executor.ts";
import { anyHolds, unmet } from "#lib/worker/http/assertions.ts";
import { reach, type Target } from "#lib/worker/reach.ts";
import { type StopReason, stopReason } from "#lib/worker/stop-reason.ts";
import { clear } from "#lib/worker/variables.ts";

const CONNECT_MILLISECONDS = 10_000;
const ended = (result: Ended, answer?: string): Outcome => ({
  kind: "ended",
  ended: result,
  ...(answer !== undefined && { answer }),
});
const notRun = (message: string): Outcome => ended({ kind: "not_run", message });

/**
 * Requests to services that the site names. A service leaves no receipt: where its answer is lost, only a person can say
 * whether it acted. It is given the attempt as `Idempotency-Key`, in case it knows better.
 */
export function createHttpExecutor(resolve?: Resolve): Executor<HttpWork> {
  return {
    run: (order) => runRequest(order, resolve),
    check: (work, hidden) => checkService(work, hidden, resolve),
  };
}

async function runRequest(order: Order<HttpWork>, resolve: Resolve | undefined): Promise<Outcome> {
  const { work, canceled } = order;
  if (canceled.aborted) return notRun(told("it was canceled before it began"));
  const stop = stopReason(order);
  const broken = new AbortController();
  let why: StopReason | null = null;
  void stop.reason.then((reason) => {
    why = reason;
    broken.abort();
  });
  try {
    const first = await exchange(order, { url: work.url, method: work.method, resolve }, broken.signal);
    if (first.kind !== "answer") return unanswered(first, work, why);
    const wrong = wrongAnswer(first, work.expect);
    if (wrong !== null) return ended({ kind: "answered", ok: false, status: first.status, message: wrong }, first.text);
    if (!work.poll)
      return ended({ kind: "answered", ok: true, status: first.status, message: told("as expected") }, first.text);
    return await poll(order, { resolve, signal: broken.signal, why: () => why });
  } finally {
    stop.clear();
  }
}

type Asked = { url: string; method: string; resolve: Resolve | undefined };

async function exchange(order: Order<HttpWork>, asked: Asked, signal: AbortSignal): Promise<Exchange> {
  const { onOutput } = order;
  onOutput("stdout", `${asked.method} ${asked.url}\n`);
  let request: Sent;
  try {
    request = await prepare(order, asked);
  } catch (error) {
    return { kind: "not_sent", message: faultTold(error) };
  }
  const answer = await send(request, signal);
  if (answer.kind === "answer") {
    onOutput("stdout", `${answer.status}\n${answer.text}${answer.text.endsWith("\n") ? "" : "\n"}`);
    if (answer.cut) onOutput("stdout", `${told("[truncated: the answer is larger than 1 MiB]")}\n`);
  }
  return answer;
}

/** Throws a sentence when the address is not allowed or something that only the worker knows is missing. */
async function prepare({ work, id, hidden }: Order<HttpWork>, { method, url, resolve }: Asked): Promise<Sent> {
  const to = new URL(url);
  const address = await vettedAddress(to, new URL(work.base), resolve);
  const own = method === work.method && url === work.url;
  const body = own && work.body ? await bodyOf(work.body, hidden) : undefined;
  const headers = {
    accept: "application/json",
    ...(await mapClear(work.headers, hidden)),
    ...(body !== undefined && { "content-type": "application/json" }),
    "idempotency-key": `${id.runId}/${id.step}/${id.attempt}`,
  };
  return { method, url: to, address, headers, body };
}

type Values = Readonly<Record<string, Shown | number | boolean>>;

async function mapClear(values: Values, hidden: Hidden): Promise<Record<string, string>> {
  const pairs = Object.entries(values).map(async ([name, value]) => {
    const text = typeof value === "number" || typeof value === "boolean" ? String(value) : await clear(value, hidden);
    return [name, text] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** Numbers and yes or no stay what they are; everything else is text. */
async function bodyOf(values: Values, hidden: Hidden): Promise<string> {
  const texts = await mapClear(values, hidden);
  const fields = Object.entries(values).map(([name, value]) => {
    return [name, typeof value === "number" || typeof value === "boolean" ? value : texts[name]];
  });
  return JSON.stringify(Object.fromEntries(fields));
}

const changesNothing = (method: string): boolean => method === "GET" || method === "HEAD";

/** Whether anything happened depends on whether the request can have reached the service. */
function unanswered(exchanged: Exclude<Exchange, { kind: "answer" }>, work: HttpWork, why: StopReason | null): Outcome {
  const sent = exchanged.kind !== "not_sent";
  if (!sent && why === null) return notRun(told("nothing was sent: {reason}", { reason: exchanged.message }));
  if (!sent && why === "leaving") return notRun(told("the worker was stopped before it was sent"));
  if (why === "leaving" && !changesNothing(work.method))
    return { kind: "unknown", reason: told("The worker was stopped before the service answered. It may have acted.") };
  const harmless = !sent || changesNothing(work.method);
  if (harmless && why !== null && why !== "leaving") return ended({ kind: why, gone: true });
  if (harmless) return notRun(told("there was no answer: {reason}", { reason: exchanged.message }));
  const cause =
    why === "timed_out" ? told("its time was up") : why === "canceled" ? told("it was canceled") : exchanged.message;
  return {
    kind: "unknown",
    reason: told("The service has not answered ({cause}). It may have acted all the same.", { cause }),
  };
}

function wrongAnswer(
  { status, text, location }: Extract<Exchange, { kind: "answer" }>,
  expect: HttpWork["expect"],
): string | null {
  if (!expect.status.includes(status)) {
    const codes = expect.status.join(", ");
    return location === undefined
      ? told("expected {codes}.", { codes })
      : told("expected {codes}. It leads to {address}; redirects are not followed.", { codes, address: location });
  }
  return unmet(expect.json, text);
}

type Polling = { resolve: Resolve | undefined; signal: AbortSignal; why: () => StopReason | null };

/** Asks until what the request began is done. A question that fails is asked again: it changes nothing. */
async function poll(order: Order<HttpWork>, { resolve, signal, why }: Polling): Promise<Outcome> {
  const { work, onOutput } = order;
  for (;;) {
    const reason = why();
    if (reason !== null || !work.poll) return stoppedPolling(reason);
    const answer = await exchange(order, { url: work.poll.url, method: "GET", resolve }, signal);
    if (answer.kind === "answer" && answer.status < 300) {
      const fails = anyHolds(work.poll.fail, answer.text);
      if (fails) {
        const message = told("{what} is {value}, which means that it failed", {
          what: fails.at || told("the whole"),
          value: JSON.stringify(fails.equals),
        });
        return ended({ kind: "answered", ok: false, status: answer.status, message }, answer.text);
      }
      if (unmet(work.poll.until, answer.text) === null) {
        return ended({ kind: "answered", ok: true, status: answer.status, message: told("done") }, answer.text);
      }
    } else if (answer.kind !== "answer" && why() === null) {
      onOutput("stderr", `${told("The question was not answered: {reason}", { reason: answer.message })}\n`);
    }
    await sleep(work.poll.everySeconds * 1_000, undefined, { signal }).catch(() => undefined);
  }
}

function stoppedPolling(why: StopReason | null): Outcome {
  if (why === "timed_out") return ended({ kind: "timed_out", gone: false });
  const reason =
    why === "canceled"
      ? told("It was canceled while what the service began was going on. It may go on.")
      : told("The worker was stopped while what the service began was going on. It may go on.");
  return { kind: "unknown", reason };
}

/** Whether the service can be reached and the credentials are there. Nothing is sent. */
async function checkService(work: HttpWork, hidden: Hidden, resolve: Resolve | undefined): Promise<CheckResult[]> {
  const base = new URL(work.base);
  const what = told("Service {address}", { address: work.base });
  try {
    await mapClear(work.headers, hidden);
    const address = await vettedAddress(new URL(work.url), base, resolve);
    const failure = await reach(serviceAt(base, address), AbortSignal.timeout(CONNECT_MILLISECONDS));
    if (failure !== null)
      return [{ what, result: "failed", message: told("It cannot be reached: {reason}.", { reason: failure }) }];
    return [{ what, result: "passed", message: told("It can be reached at {address}.", { address }) }];
  } catch (error) {
    return [{ what, result: "failed", message: faultTold(error) }];
  }
}

/** An address has no name to expect in a certificate. */
function serviceAt({ protocol, port, hostname }: URL, host: string): Target {
  if (protocol === "http:") return { host, port: Number(port || 80) };
  return { host, port: Number(port || 443), tls: isIP(hostname) === 0 ? hostname : "" };
}
