import "server-only";
import pg from "pg";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";

/** One LISTEN connection a process: what other processes tell, and when it may have missed something. */
export type Notifications = {
  onMessage: (channel: string, payload: string) => void;
  /** The connection is there again: whatever was told meanwhile is lost. */
  onGap: () => void;
};

const FIRST_DELAY = 100;
const LONGEST_DELAY = 5_000;

/** Listens until told to stop, coming back after every loss with a growing, jittered delay. */
export function listen(channels: readonly string[], to: Notifications): () => Promise<void> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let delay = FIRST_DELAY;

  const later = () => {
    if (stopped || timer) return;
    timer = setTimeout(connect, delay * (0.5 + Math.random()));
    delay = Math.min(delay * 2, LONGEST_DELAY);
  };

  const connect = async () => {
    timer = undefined;
    const fresh = new pg.Client({ connectionString: env("DATABASE_URL"), keepAlive: true });
    fresh.on("error", (error) => log.warn({ error }, "the listening connection was lost"));
    fresh.on("end", later);
    fresh.on("notification", ({ channel, payload }) => to.onMessage(channel, payload ?? ""));
    try {
      await fresh.connect();
      for (const channel of channels) await fresh.query(`listen ${channel}`);
    } catch (error) {
      log.warn({ error }, "cannot listen to the database yet");
      await fresh.end().catch((ending) => log.debug({ error: ending }, "the connection was gone already"));
      return later();
    }
    client = fresh;
    delay = FIRST_DELAY;
    to.onGap();
  };

  void connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
}
