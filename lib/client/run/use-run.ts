"use client";

import { notifyManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { addressOf, readerOf } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { Arrivals } from "#lib/client/run/arrivals.ts";
import { openStream } from "#lib/client/run/event-stream.ts";
import {
  foldEvents,
  type Heard,
  heardBefore,
  type Liveness,
  livenessAt,
  readAt,
  SILENT_MS,
} from "#lib/client/run/live-run.ts";
import { recentEventsKey, runQuery } from "#lib/client/run/run-queries.ts";
import { hearServerClock, serverNowMs } from "#lib/client/server-clock.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import type { Run } from "#lib/domain/run/state.ts";

const POLL_MS = 5_000;
/** A page with many steps that is drawn more often than this does not answer quickly enough. */
const DRAW_MS = 100;
const EVENTS_KEPT = 2_000;

export type LiveRun = {
  connection: Liveness;
  /** The session has ended: only signing in again helps. */
  signedOut: boolean;
};

/**
 * Keeps the run in the query cache as the server has it, by its event stream; while that is down, by asking now and
 * then.
 */
export function useLiveRun(id: string): LiveRun {
  const client = useQueryClient();
  const [live, setLive] = useState<LiveRun>({ connection: { state: "live" }, signedOut: false });
  useEffect(() => {
    const watch = watchRun(client, id, setLive);
    return watch.stop;
  }, [client, id]);
  return live;
}

type Watcher = (live: LiveRun) => void;

/**
 * `lost`: the server does not have what was seen here. Then, as while it does not answer, the run is read now and then, and the
 * stream opened anew from there.
 */
function watchRun(client: QueryClient, id: string, onChange: Watcher): { stop: () => void } {
  const seen = () => client.getQueryData(runQuery(id).queryKey);
  let heardAtMs = heardBefore(lastHeard.get(id), seen(), serverNowMs());
  let open = true;
  let signedOut = false;
  let polledAtMs = -POLL_MS;
  const tellChanged = teller(onChange);
  // Who is signed out is shown nothing new, whether the server is heard or not.
  const now = () => (signedOut ? "stale" : livenessAt(serverNowMs(), heardAtMs, open));
  const tell = (state = now()) => tellChanged(state, heardAtMs, signedOut);
  const heard = () => {
    heardAtMs = serverNowMs();
    tell();
  };
  const refetch = async () => {
    polledAtMs = performance.now();
    try {
      // Always asked: to a clock that was put back, what is kept would be of a time to come, and so as new as can be.
      await client.fetchQuery({ ...runQuery(id), staleTime: Number.NEGATIVE_INFINITY, retry: false });
      signedOut = false;
      heard();
      if (!open) stream.reopen();
    } catch (error) {
      signedOut = error instanceof ApiError && error.problem.code === "unauthenticated";
      tell();
    }
  };
  const arriving = new Arrivals<LoggedEvent>(DRAW_MS, (events) => {
    if (fold(client, id, events) === "gap") void refetch();
  });
  watched.set(id, arriving);
  const stream = openStream({
    address: () => {
      arriving.flush();
      return addressOf("GET /api/runs/{id}/events", { id, after: seen()?.run.seq, reader: readerOf() });
    },
    onOpen: () => {
      open = true;
      heard();
      // Signed in again in another tab: nothing else would say so.
      if (signedOut) void refetch();
    },
    onDown: () => {
      open = false;
      tell();
    },
    onMessage: (data) => {
      heard();
      arriving.add(JSON.parse(data) as LoggedEvent);
    },
    onEvent: {
      lost: () => {
        stream.close();
        open = false;
      },
      clock: (data) => {
        hearServerClock(Date.parse((JSON.parse(data) as { serverAt: string }).serverAt));
        heard();
      },
    },
  });
  // That the server does not answer is not known before it was asked.
  if (livenessAt(serverNowMs(), heardAtMs, open) !== "live") tell("reconnecting");
  const timer = setInterval(() => {
    // What came with the page of whoever goes back is put into the cache only after this has begun.
    heardAtMs = Math.max(heardAtMs, readAt(seen(), serverNowMs()));
    if (open && serverNowMs() - heardAtMs >= SILENT_MS) {
      open = false;
      stream.reopen();
    }
    tell();
    if (!open && performance.now() - polledAtMs >= POLL_MS) void refetch();
  }, 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      open = true;
      stream.close();
      arriving.stop();
      lastHeard.set(id, { atMs: heardAtMs, seq: seen()?.run.seq ?? 0 });
      if (watched.get(id) === arriving) watched.delete(id);
    },
  };
}

/** Tells only what is other than what was told last. */
function teller(onChange: Watcher) {
  let told = "";
  return (state: Liveness["state"], heardAtMs: number, signedOut: boolean) => {
    const connection: Liveness = state === "live" ? { state } : { state, lastUpdateAt: heardAtMs };
    const words = JSON.stringify([connection, signedOut]);
    if (words !== told) onChange({ connection, signedOut });
    told = words;
  };
}

/** When the server was heard last of a run whose page was left, and up to which event, by its id. */
const lastHeard = new Map<string, Heard>();

/** What the stream has brought and is not drawn yet, by the id of its run. */
const watched = new Map<string, Arrivals<LoggedEvent>>();

/** Puts the events that a command has answered with into the cache, after those that came before them. */
export function receive(client: QueryClient, id: string, events: readonly LoggedEvent[]): "folded" | "gap" {
  watched.get(id)?.flush();
  return fold(client, id, events);
}

function fold(client: QueryClient, id: string, events: readonly LoggedEvent[]): "folded" | "gap" {
  const { queryKey } = runQuery(id);
  const view = client.getQueryData(queryKey);
  if (!view) return "gap";
  const folded = foldEvents(view, events);
  if (folded === "gap") return "gap";
  // Told together, so that the page is drawn once.
  notifyManager.batch(() => {
    client.setQueryData(queryKey, folded);
    for (const follow of followers) follow(client, view.run, events);
    client.setQueryData(recentEventsKey(id), (known: LoggedEvent[] | undefined) => known && appendNew(known, events));
  });
  return "folded";
}

type Follower = (client: QueryClient, before: Run, events: readonly LoggedEvent[]) => void;
const followers: Follower[] = [];

/** Lets what else is known of runs follow them: told what was put into the cache, with what is drawn of that. */
export const whenFolded = (follower: Follower): void => {
  followers.push(follower);
};

function appendNew(known: LoggedEvent[], events: readonly LoggedEvent[]): LoggedEvent[] {
  const last = known.at(-1)?.seq ?? 0;
  const fresh = events.filter(({ seq }) => seq > last);
  return fresh[0]?.seq === last + 1 ? [...known, ...fresh].slice(-EVENTS_KEPT) : known;
}
