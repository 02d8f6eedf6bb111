import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";

export type Sent = {
  method: string;
  url: URL;
  address: string;
  headers: Record<string, string>;
  body: string | undefined;
  /** The status is all that is wanted: what else is answered is not waited for. */
  statusAlone?: boolean;
};

/** An answer; or why there is none, and whether the request may have reached the service all the same. */
export type Exchange =
  | { kind: "answer"; status: number; location: string | undefined; text: string; cut: boolean }
  | { kind: "not_sent"; message: string }
  | { kind: "lost"; message: string };

const MOST_BYTES = 1_048_576;

/** One request to one vetted address, with no redirect followed, and at most 1 MiB of the answer read. */
export function send(
  { method, url, address, headers, body, statusAlone }: Sent,
  signal: AbortSignal,
): Promise<Exchange> {
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  let mayHaveReached = false;
  const make = url.protocol === "https:" ? requestHttps : requestHttp;
  const request = make(url, {
    method,
    agent: false,
    signal,
    headers: { ...headers, ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }) },
    // The address that was vetted is the one that is spoken to, whatever the name leads to by now.
    lookup: (_host, options, done) => {
      const family = isIP(address);
      if (options.all)
        (done as unknown as (e: null, all: { address: string; family: number }[]) => void)(null, [{ address, family }]);
      else done(null, address, family);
    },
  });
  request.once("socket", (socket) => {
    socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
      mayHaveReached = true;
    });
  });
  request.on("error", (error) => {
    const message = signal.aborted ? told("it was broken off") : faultTold(error);
    resolve({ kind: mayHaveReached ? "lost" : "not_sent", message });
  });
  request.once("response", (response) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const end = (cut: boolean) =>
      resolve({
        kind: "answer",
        status: response.statusCode ?? 0,
        location: response.headers.location,
        text: Buffer.concat(pieces).subarray(0, MOST_BYTES).toString("utf8"),
        cut,
      });
    if (statusAlone) {
      end(true);
      response.destroy();
      return;
    }
    response.on("data", (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size <= MOST_BYTES) return;
      end(true);
      response.destroy();
    });
    response.once("end", () => end(false));
    response.on("error", (error) =>
      resolve({ kind: "lost", message: signal.aborted ? told("it was broken off") : faultTold(error) }),
    );
    response.once("aborted", () => resolve({ kind: "lost", message: told("the answer broke off") }));
  });
  request.end(body);
  return promise;
}
