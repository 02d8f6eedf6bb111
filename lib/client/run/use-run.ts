"use client";

import { notifyManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { addressOf } from "#lib/client/api.ts";
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
 * then. `onServerClock` is told the server's time whenever it is heard.
 */
export function useLiveRun(id: string, onServerClock: (serverAtMs: number) => void): LiveRun {
  const client = useQueryClient();
  const [live, setLive] = useState<LiveRun>({ connection: { state: "live" }, signedOut: false });
  useEffect(() => {
    const watch = watchRun(client, id, { onServerClock, onChange: setLive });
    return watch.stop;
  }, [client, id, onServerClock]);
  return live;
}

type Watchers = { onServerClock: (serverAtMs: number) => void; onChange: (live: LiveRun) => void };

function watchRun(client: QueryClient, id: string, { onServerClock, onChange }: Watchers): { stop: () => void } {
  const seen = () => client.getQueryData(runQuery(id).queryKey);
  let heardAtMs = heardBefore(lastHeard.get(id), seen(), { nowMs: Date.now(), offsetMs });
  let open = true;
  let signedOut = false;
  let polledAtMs = 0;
  let told = "";

  const tell = (state = livenessAt(Date.now(), heardAtMs, open)) => {
    const words = `${state} ${signedOut} ${state === "live" ? "" : heardAtMs}`;
    if (words === told) return;
    told = words;
    const connection: Liveness = state === "live" ? { state } : { state, lastUpdateAt: heardAtMs + offsetMs };
    onChange({ connection, signedOut });
  };
  const heard = () => {
    heardAtMs = Date.now();
    tell();
  };
  const refetch = async () => {
    polledAtMs = Date.now();
    try {
      await client.fetchQuery({ ...runQuery(id), staleTime: 0, retry: false });
      signedOut = false;
      heard();
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
      return addressOf("GET /api/runs/{id}/events", { id, after: seen()?.run.seq });
    },
    onOpen: () => {
      open = true;
      heard();
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
      clock: (data) => {
        heard();
        const serverAtMs = Date.parse((JSON.parse(data) as { serverAt: string }).serverAt);
        offsetMs = serverAtMs - Date.now();
        onServerClock(serverAtMs);
      },
    },
  });
  // That the server does not answer is not known before it was asked.
  if (livenessAt(Date.now(), heardAtMs, open) !== "live") tell("reconnecting");
  const timer = setInterval(() => {
    // What came with the page of whoever goes back is put into the cache only after this has begun.
    heardAtMs = Math.max(heardAtMs, readAt(seen(), { nowMs: Date.now(), offsetMs }));
    if (open && Date.now() - heardAtMs >= SILENT_MS) {
      open = false;
      stream.reopen();
    }
    tell();
    if (!open && Date.now() - polledAtMs >= POLL_MS) void refetch();
  }, 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      stream.close();
      arriving.stop();
      lastHeard.set(id, { atMs: heardAtMs, seq: seen()?.run.seq ?? 0 });
      if (watched.get(id) === arriving) watched.delete(id);
    },
  };
}

/** Server clock minus this browser's clock, as it was heard last. */
let offsetMs = 0;

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
