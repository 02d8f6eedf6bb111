import { connect } from "node:net";
import { connect as connectTls } from "node:tls";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";

/** `tls` is the name that is expected there; left out: no TLS. */
export type Target = { host: string; port: number; tls?: string };

/** Connects and sends nothing. Why it cannot, in words; null when it can. */
export function reach({ host, port, tls }: Target, signal: AbortSignal): Promise<string | null> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return Promise.resolve(told("that is no port"));
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const socket = tls === undefined ? connect({ host, port }) : connectTls({ host, port, servername: tls });
  const done = (failure: string | null) => {
    signal.removeEventListener("abort", onAbort);
    socket.destroy();
    resolve(failure);
  };
  const onAbort = () => done(told("it did not answer in time"));
  socket.once(tls === undefined ? "connect" : "secureConnect", () => done(null));
  socket.on("error", (error) => done(faultTold(error)));
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  return promise;
}
