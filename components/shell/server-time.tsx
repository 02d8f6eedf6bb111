"use client";

import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from "react";
import { hearServerClock, serverNowMs } from "#lib/client/server-clock.ts";

/** One timer for the page, however many clocks it shows. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
/** By the server's clock. */
let tickedAtMs = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  tickedAtMs = serverNowMs();
  timer ??= setInterval(() => {
    tickedAtMs = serverNowMs();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function lastTickMs(): number {
  tickedAtMs ||= serverNowMs();
  return tickedAtMs;
}

type KnownUntil = { renderedAtMs: number; untilMs: number };

const Context = createContext<KnownUntil>({ renderedAtMs: 0, untilMs: Infinity });

/** `renderedAtMs` is the server's clock when it wrote the page; what is heard later may correct it. */
export function ServerTimeProvider({ renderedAtMs, children }: { renderedAtMs: number; children: ReactNode }) {
  const [value] = useState(() => {
    // Written after it was asked for, and heard before now.
    if (typeof window !== "undefined") hearServerClock(renderedAtMs, performance.timeOrigin);
    return { renderedAtMs, untilMs: Infinity };
  });
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** In it time ends when the server was heard last, where that is given: what went on since then nobody here knows. */
export function KnownTime({ heardAt, children }: { heardAt: number | null; children: ReactNode }) {
  const outer = useContext(Context);
  const value = useMemo(() => ({ ...outer, untilMs: heardAt ?? Infinity }), [outer, heardAt]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** What follows from the server's time in milliseconds; asked every second, and drawn anew only when it is another. */
export function useByServerNow<Value extends string | number>(of: (nowMs: number) => Value): Value {
  const { renderedAtMs, untilMs } = useContext(Context);
  return useSyncExternalStore(
    subscribe,
    () => of(Math.min(lastTickMs(), untilMs)),
    () => of(renderedAtMs),
  );
}

/** The server's time in milliseconds, anew every second, or where that is enough less often: then rounded down to it. */
export const useServerNow = (everyMs = 1): number => useByServerNow((nowMs) => roundDown(nowMs, everyMs));

/**
 * How finely time gone by is told: in steps of `everyMs` in the first minute, of `laterMs` after it. `lateMs` is how much
 * later than due a step may come: hundreds that began together would else all be drawn in one go.
 */
export type Steps = { everyMs: number; laterMs: number; lateMs?: number | undefined };

/** Milliseconds gone by since an instant, rounded down. */
export const useElapsedMs = (sinceMs: number, { everyMs, laterMs, lateMs = 0 }: Steps): number =>
  useByServerNow((nowMs) => {
    const ms = Math.max(0, nowMs - sinceMs - lateMs);
    return roundDown(ms, ms < MINUTE_MS ? everyMs : laterMs);
  });

const MINUTE_MS = 60_000;
const roundDown = (ms: number, everyMs: number): number => Math.floor(ms / everyMs) * everyMs;
