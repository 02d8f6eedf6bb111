import "server-only";

/** A worker that has not said goodbye and was seen in the last ten seconds, by the database's clock. */
export const LIVE_WORKER = "stopped_at is null and last_seen_at > clock_timestamp() - interval '10 seconds'";
