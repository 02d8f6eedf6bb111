"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState, useSyncExternalStore } from "react";

/** One timer for the page, however many clocks it shows. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tickedAtMs = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  tickedAtMs = Date.now();
  timer ??= setInterval(() => {
    tickedAtMs = Date.now();
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
  tickedAtMs ||= Date.now();
  return tickedAtMs;
}

type ServerTime = {
  /** Server clock minus this browser's clock. */
  offsetMs: number;
  setOffsetMs: (offsetMs: number) => void;
  renderedAtMs: number;
  untilMs: number;
};

const Context = createContext<ServerTime>({ offsetMs: 0, setOffsetMs: () => {}, renderedAtMs: 0, untilMs: Infinity });

/** A slow answer explains this much; below it the browser's clock is as good. */
const toleranceMs = 2_000;

function estimateOffset(renderedAtMs: number): number {
  if (typeof window === "undefined") return 0;
  const navigation = performance.getEntriesByType("navigation")[0];
  // A page kept by the service worker says when it was kept, not what time it is.
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.workerStart > 0) return 0;
  const offsetMs = renderedAtMs - (performance.timeOrigin + navigation.responseStart);
  return Math.abs(offsetMs) < toleranceMs ? 0 : offsetMs;
}

/** `renderedAtMs` is the server's clock when it wrote the page; live data may set a better offset later. */
export function ServerTimeProvider({ renderedAtMs, children }: { renderedAtMs: number; children: ReactNode }) {
  const [firstMs] = useState(renderedAtMs);
  const [offsetMs, setOffsetMs] = useState(() => estimateOffset(firstMs));
  const value = useMemo(
    () => ({ offsetMs, setOffsetMs, renderedAtMs: firstMs, untilMs: Infinity }),
    [offsetMs, firstMs],
  );
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
  const { offsetMs, renderedAtMs, untilMs } = useContext(Context);
  return useSyncExternalStore(
    subscribe,
    () => of(Math.min(lastTickMs() + offsetMs, untilMs)),
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

/** Tells the server's time in milliseconds when it is asked, and draws nothing anew. */
export function useServerClock(): () => number {
  const { offsetMs } = useContext(Context);
  return useCallback(() => Date.now() + offsetMs, [offsetMs]);
}

/** Lets live data correct the offset: server clock minus this browser's clock, in milliseconds. */
export function useSetServerOffset(): (offsetMs: number) => void {
  return useContext(Context).setOffsetMs;
}
