import "server-only";
import { database } from "#lib/server/db.ts";
import { Feed, type Item, type Source, type Viewing } from "#lib/server/live/feed.ts";
import { listen } from "#lib/server/live/notifications.ts";
import { log } from "#lib/server/log.ts";

/**
 * The feeds that somebody in this process follows. They learn of news from this process at once, from others by
 * NOTIFY, and by asking every two seconds where neither came through.
 */

const CHANNEL = "switchover_feed";
const BACKSTOP_MILLISECONDS = 2_000;
const RETRY_MILLISECONDS = 500;
/** PostgreSQL carries less than 8,000 bytes in one notification; what is longer is read by whoever wants it. */
const LONGEST_PAYLOAD = 7_900;

type Hub = { feeds: Map<string, Feed<unknown>>; stop: () => Promise<void> };

const key = Symbol.for("switchover.hub");
const shared = globalThis as unknown as { [key]?: Hub };

/** Follows what `name` gives after `after`; opens the listening connection when it is the first in this process. */
export function follow<T>(name: string, source: Source<T>, after: number, viewing: Viewing<T>): () => void {
  shared[key] ??= open();
  // A name says what its feed holds, and each name is used by one module only.
  const feeds = shared[key].feeds as Map<string, Feed<T>>;
  let leave: () => void;
  let retry: NodeJS.Timeout | undefined;
  // Nothing was sent yet when the first reading fails, so it is simply begun again.
  const begin = () => {
    const feed = feeds.get(name) ?? new Feed(source);
    feeds.set(name, feed);
    const stop = feed.follow(after, viewing, (error) => {
      log.warn({ error, name }, "a feed could not be read; it is tried again");
      leave();
      retry = setTimeout(begin, RETRY_MILLISECONDS);
    });
    leave = () => {
      stop();
      if (!feed.watched && feeds.get(name) === feed) feeds.delete(name);
    };
  };
  begin();
  return () => {
    clearTimeout(retry);
    leave();
  };
}

/** Tells followers here at once, and those of other processes. Called after the commit, never within it. */
export function tell<T>(name: string, items: readonly Item<T>[]): void {
  const feed = shared[key]?.feeds.get(name);
  if (feed) watch(feed.push(items), name);
  const payload = JSON.stringify({ name, items });
  const short = Buffer.byteLength(payload) <= LONGEST_PAYLOAD ? payload : JSON.stringify({ name, items: null });
  database()
    .pool.query({ name: "notify", text: "select pg_notify($1, $2)", values: [CHANNEL, short] })
    .catch((error) => log.warn({ error }, "followers elsewhere were not told; they ask within two seconds"));
}

export async function closeHub(): Promise<void> {
  const hub = shared[key];
  delete shared[key];
  await hub?.stop();
}

function open(): Hub {
  const feeds = new Map<string, Feed<unknown>>();
  const refreshAll = () => {
    for (const [name, feed] of feeds) watch(feed.refresh(), name);
  };
  const stopListening = listen([CHANNEL], {
    onGap: () => {
      for (const [name, feed] of feeds) watch(feed.refreshInDoubt(), name);
    },
    onMessage: (_, payload) => {
      const { name, items } = JSON.parse(payload) as { name: string; items: Item<unknown>[] | null };
      const feed = feeds.get(name);
      if (feed) watch(items ? feed.push(items) : feed.refresh(), name);
    },
  });
  const backstop = setInterval(refreshAll, BACKSTOP_MILLISECONDS);
  backstop.unref();
  return {
    feeds,
    stop: async () => {
      clearInterval(backstop);
      await stopListening();
    },
  };
}

const watch = (reading: Promise<void>, name: string): void => {
  reading.catch((error) => log.warn({ error, name }, "a feed could not be read; it is tried again"));
};
