import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";

/** Next.js gives route handlers no peer address, and believes any X-Forwarded-For. So the socket's is noted first. */
export const PEER_ADDRESS = "x-peer-address";

/** Routes and instrumentation are bundled apart. */
const key = Symbol.for("switchover.peer-address-noted");
const shared = globalThis as unknown as { [key]?: true };

/** Call once when the web process starts, before it listens. */
export function notePeerAddresses(): void {
  if (shared[key]) return;
  shared[key] = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const { remoteAddress } = request.socket;
    const forwarded = request.headers["x-forwarded-for"];
    request.headers[PEER_ADDRESS] =
      clientAddress(remoteAddress, typeof forwarded === "string" ? forwarded : undefined) ?? "";
  });
}

/**
 * Whose address counts. A peer on this machine that forwards is the reverse proxy: what it appended last is what it saw
 * itself. Anything else a client says about its address is ignored.
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined): string | undefined {
  const last = forwarded?.split(",").at(-1)?.trim();
  return last && isLoopback(peer) && (isIPv4(last) || isIPv6(last)) ? last : peer;
}

/** The address a request came from; null where the server does not note it, never what a client claims. */
export const peerAddress = (request: Request): string | null =>
  shared[key] ? request.headers.get(PEER_ADDRESS) || null : null;

/** What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.replace(/%.*/, "").toLowerCase().split("::");
  const left = groups(head);
  const right = address.includes("::") ? groups(tail) : [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return `${[...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** An IPv4 address at the end takes the place of two groups. */
const groups = (part: string): string[] =>
  part === "" ? [] : part.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);
