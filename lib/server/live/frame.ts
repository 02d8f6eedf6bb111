import "server-only";
import type { Item } from "#lib/server/live/feed.ts";

const encoder = new TextEncoder();

const written = new WeakMap<object, Uint8Array>();

/** One message of an event stream, as bytes: written once for all viewers. */
export function frame(item: Item<unknown>): Uint8Array {
  const known = written.get(item);
  if (known) return known;
  const bytes = encoder.encode(`id: ${item.id}\ndata: ${JSON.stringify(item.value)}\n\n`);
  written.set(item, bytes);
  return bytes;
}

/** A message with a name of its own and no id: it does not move the place where a viewer resumes. */
export const namedFrame = (event: string, data: unknown): Uint8Array =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
