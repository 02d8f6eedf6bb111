import "server-only";
import { database } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";

const LOOK_MILLISECONDS = 2_000;
const FORGET_MILLISECONDS = 3_600_000;
const KEPT_DAYS = 30;

/**
 * Every two seconds in every web process: reads on in the logs of runs, and sends what is due. No command of a run waits
 * for it, and what is slow to be sent does not hold up the reading.
 */
export function watchNotices(): () => void {
  let reading = Promise.resolve();
  const look = async () => {
    try {
      await followRuns();
      void sendDue().catch(warn);
    } catch (error) {
      warn(error);
    }
  };
  const timers = [
    setInterval(() => {
      reading = reading.then(look);
    }, LOOK_MILLISECONDS),
    setInterval(() => void forgetOld().catch(warn), FORGET_MILLISECONDS),
  ];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearInterval);
}

const warn = (error: unknown) => log.warn({ error }, "messages could not be looked after");

/** What was delivered or given up some weeks ago. */
export async function forgetOld(): Promise<void> {
  await database().pool.query(
    "delete from notice_delivery where ended_at < clock_timestamp() - make_interval(days => $1)",
    [KEPT_DAYS],
  );
}
