import { randomUUID } from "node:crypto";
import { ToldError } from "#lib/words/told-error.ts";
import type { Hidden, Order, Stream } from "#lib/worker/executor.ts";

/** What tests of executors begin with: an order that says nothing but what the test is about. */

export const hiddenOf = (values: Readonly<Record<string, string>> = {}): Hidden => {
  const find = (name: string) => {
    const value = values[name];
    if (value === undefined) throw new ToldError(`The worker has no "${name}".`);
    return value;
  };
  return { secret: find, credential: async (name) => find(name) };
};

type Written = { stdout: string; stderr: string };

export type TestOrder<W> = Order<W> & { written: Written; cancel: () => void; leave: () => void };

export function orderOf<W>(work: W, change: Partial<Order<W>> = {}): TestOrder<W> {
  const written: Written = { stdout: "", stderr: "" };
  const canceled = new AbortController();
  const leaving = new AbortController();
  return {
    id: { runId: randomUUID(), step: "1", attempt: 1 },
    work,
    timeoutSeconds: 30,
    variables: {},
    hidden: hiddenOf(),
    canceled: canceled.signal,
    leaving: leaving.signal,
    onOutput: (stream: Stream, text: string) => {
      written[stream] += text;
    },
    ...change,
    written,
    cancel: () => canceled.abort(),
    leave: () => leaving.abort(),
  };
}
