import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { LoggedEvent } from "#lib/domain/run/event.ts";

/** The hash before the first event of a run. */
export const GENESIS = "0".repeat(64);

/** An event as it is hashed and handed out: the one text of it (RFC 8785), bound to its run. */
export function recordText(runId: string, { seq, at, happenedAt, actor, event }: LoggedEvent): string {
  const text = canonicalize({ runId, seq, at, ...(happenedAt !== undefined && { happenedAt }), actor, event });
  if (text === undefined) throw new TypeError("An event is an object");
  return text;
}

/** SHA-256 over the hash before it (32 bytes) and the text of the event; hexadecimal. */
export const nextHash = (head: string, text: string): string =>
  createHash("sha256").update(head, "hex").update(text).digest("hex");

/** The hash of each event, the first one following on `head`. The last is the run's new head. */
export function chain(runId: string, head: string, events: readonly LoggedEvent[]): string[] {
  let last = head;
  return events.map((logged) => {
    last = nextHash(last, recordText(runId, logged));
    return last;
  });
}
