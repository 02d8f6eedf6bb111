import { inStorage } from "#lib/client/in-storage.ts";
import { newId } from "#lib/client/new-id.ts";

/** Which tab has called for what, and when last. */
export type Calls = Readonly<Record<string, readonly [tab: string, atMs: number]>>;

const KEPT = "called";
/** A tab behind others is awake once a minute: so much later than the first it may find the same. */
const KEPT_MS = 90_000;

/** What no other tab has called for lately, and what all tabs have called for then. What a tab has called for it may again. */
export function takeCalls(calls: Calls, keys: readonly string[], tab: string, nowMs: number) {
  const still = Object.entries(calls).filter(([, [, atMs]]) => atMs > nowMs - KEPT_MS);
  const others = new Set(still.flatMap(([key, [by]]) => (by === tab ? [] : [key])));
  const free = keys.filter((key) => !others.has(key));
  const taken: Calls = Object.fromEntries([...still, ...free.map((key) => [key, [tab, nowMs] as const] as const)]);
  return { free, calls: taken };
}

let here: string | undefined;

/** Whether any of it is left to this tab; then no other tab of this browser calls for it. */
export async function takesCall(keys: readonly string[]): Promise<boolean> {
  here ??= newId();
  const tab = here;
  const take = () =>
    inStorage((storage) => {
      const { free, calls } = takeCalls(readCalls(storage.getItem(KEPT)), keys, tab, Date.now());
      storage.setItem(KEPT, JSON.stringify(calls));
      return free.length > 0;
    }) ?? true;
  // Only over https and on loopback; elsewhere two tabs that find it in the same instant both call.
  return navigator.locks ? navigator.locks.request(KEPT, take) : take();
}

/** What is not in the form that is written here counts as nothing kept: it may not keep this browser from calling. */
export function readCalls(said: string | null): Calls {
  const calls = Object.entries(parsed(said) ?? {});
  return Object.fromEntries(calls.filter((entry): entry is [string, [string, number]] => isCall(entry[1])));
}

const isCall = (value: unknown): value is [tab: string, atMs: number] =>
  Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "number";

function parsed(said: string | null): unknown {
  try {
    return said === null ? null : JSON.parse(said);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
