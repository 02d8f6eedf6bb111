import "server-only";
import type { Worker } from "#lib/contract/workers.ts";
import { database } from "#lib/server/db.ts";
import { LIVE_WORKER } from "#lib/server/workers/live.ts";

type Row = {
  id: string;
  name: string;
  host: string;
  version: string;
  format: number;
  every_site: boolean;
  site_ids: string[];
  last_seen_at: Date;
  live: boolean;
};

/** Workers that have not said goodbye and were heard of within the hour, the one seen last first. */
export async function listWorkers(): Promise<{ workers: Worker[] }> {
  const { rows } = await database().pool.query<Row>({
    name: "list_workers",
    text: `select id, name, host, version, format, every_site, site_ids, last_seen_at, ${LIVE_WORKER} as live from worker
      where stopped_at is null and last_seen_at > clock_timestamp() - interval '1 hour'
      order by last_seen_at desc limit 200`,
  });
  return {
    workers: rows.map(({ every_site, site_ids, last_seen_at, ...worker }) => ({
      ...worker,
      sites: every_site ? null : site_ids,
      lastSeenAt: last_seen_at.toISOString(),
    })),
  };
}
