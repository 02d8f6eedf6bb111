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
  if (!navigator.locks) return takesStored(keys);
  return (await Promise.all(keys.map(isLeft))).includes(true);
}

/** Locks are only over https and on loopback; elsewhere two tabs that find it in the same instant both call. */
function takesStored(keys: readonly string[]): boolean {
  here ??= newId();
  const tab = here;
  const free = inStorage((storage) => {
    const taken = takeCalls(readCalls(storage.getItem(KEPT)), keys, tab, Date.now());
    storage.setItem(KEPT, JSON.stringify(taken.calls));
    return taken.free;
  });
  return (free ?? keys).length > 0;
}

/** Until when this tab holds what, in milliseconds since the page began. */
const heldUntil = new Map<string, number>();

const isLeft = (key: string): Promise<boolean> =>
  new Promise((tell) => {
    if (heldUntil.has(key)) {
      heldUntil.set(key, performance.now() + KEPT_MS);
      return tell(true);
    }
    void navigator.locks.request(`${KEPT} ${key}`, { ifAvailable: true }, (lock) => {
      tell(lock !== null);
      if (lock) return hold(key);
    });
  });

async function hold(key: string): Promise<void> {
  heldUntil.set(key, performance.now() + KEPT_MS);
  for (let left = KEPT_MS; left > 0; left = (heldUntil.get(key) ?? 0) - performance.now())
    await new Promise((over) => setTimeout(over, left));
  heldUntil.delete(key);
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
