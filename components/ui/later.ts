"use client";

import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";

/** What came of fetching a part; null while it is neither there nor known to have failed. */
export type Fetched<Props> = { Part: ComponentType<Props> } | "failed" | null;

/** A part of the page that its first load does not bring. */
export type Later<Props> = {
  /** Fetches it, unless it is there or on its way. */
  fetch: () => void;
  now: () => Fetched<Props>;
  /** What comes of fetching it, for a part that the server draws: the same promise until it is fetched again. */
  arrival: () => Promise<Exclude<Fetched<Props>, null>>;
  subscribe: (changed: () => void) => () => void;
};

const arrivals = new Set<() => void>();

/** Calls whenever any part has come, before it is drawn. */
export function subscribeToArrivals(come: () => void): () => void {
  arrivals.add(come);
  return () => arrivals.delete(come);
}

const AGAIN_MS = 30_000;
/** What failed has mostly failed for one reason: trying one again tries all. */
const failures = new Set<() => void>();
/** A page where something happens all the time is never idle. */
const LATEST_MS = 2_000;

/**
 * A part that is fetched when the browser has nothing else to do, so that it is there when the network is not, or when
 * it is first wanted.
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const listeners = new Set<() => void>();
  let state: Fetched<Props> = null;
  let isOnItsWay = false;
  let coming = Promise.withResolvers<Exclude<Fetched<Props>, null>>();
  const settle = (to: Exclude<Fetched<Props>, null>) => {
    isOnItsWay = false;
    become(to);
    coming.resolve(to);
    if (to !== "failed") return;
    failures.add(fetch);
    if (isBrowser()) setTimeout(fetch, AGAIN_MS);
  };
  const become = (to: Fetched<Props>) => {
    state = to;
    for (const changed of [...arrivals, ...listeners]) changed();
  };
  const fetch = () => {
    if (isOnItsWay || (state !== null && state !== "failed")) return;
    isOnItsWay = true;
    const isAgain = failures.delete(fetch);
    if (isAgain) {
      coming = Promise.withResolvers();
      become(null);
    }
    load().then(
      (Part) => settle({ Part }),
      () => settle("failed"),
    );
    if (isAgain) for (const each of failures) each();
  };
  if (isBrowser()) whenIdle(fetch);
  return {
    fetch,
    now: () => state,
    arrival: () => {
      if (!isBrowser()) fetch();
      return coming.promise;
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

export const isBrowser = (): boolean => typeof window !== "undefined";

/** After what the page itself needs. */
function whenIdle(act: () => void): void {
  // Safari has no requestIdleCallback.
  const ask = () =>
    window.requestIdleCallback ? window.requestIdleCallback(act, { timeout: LATEST_MS }) : setTimeout(act, 1);
  if (document.readyState === "complete") ask();
  else window.addEventListener("load", ask, { once: true });
}

export const isThere = <Props>(fetched: Fetched<Props>): fetched is { Part: ComponentType<Props> } =>
  fetched !== null && fetched !== "failed";

const never = () => () => {};
const nothing = () => null;
const yes = () => true;
const no = () => false;

/** Whether this was drawn by the server, and not only now by the browser. */
export function useFromServer(): boolean {
  const isFirst = !useSyncExternalStore(never, yes, no);
  return useState(isFirst)[0];
}

/** The part once it is wanted and there. `soon`: it is not worth hurrying for. */
export function useLater<Props>(part: Later<Props>, wanted: "now" | "soon" | false): Fetched<Props> {
  const fetched = useSyncExternalStore<Fetched<Props>>(wanted ? part.subscribe : never, part.now, nothing);
  useEffect(() => {
    if (wanted === "now") part.fetch();
  }, [part, wanted]);
  return wanted ? fetched : null;
}
