import { listen } from "#lib/server/live/notifications.ts";
import { log } from "#lib/server/log.ts";
import { type Claimant, claimJobs, handBack, type Job, WORK_CHANNEL } from "#lib/server/queue.ts";

/** How many jobs one worker does at a time. */
const SLOTS = 16;
const POLL_MILLISECONDS = 2_000;

export type Taker = {
  /** Takes nothing more, and gives back what was claimed and not begun. Resolves when all that runs has ended. */
  drain: () => Promise<void>;
};

/**
 * Takes jobs as slots are free: when it is told that there is something, when one has ended, and every two seconds in
 * case it was not told. A job that fails is logged: what became of it stands in the database, not here.
 */
export function takeJobs(worker: Claimant, perform: (job: Job) => Promise<void>): Taker {
  const running = new Set<Promise<void>>();
  let stopping = false;
  let claiming: Promise<void> | null = null;
  let again = false;

  const start = (job: Job) => {
    const done = perform(job)
      .catch((error) => log.error({ error, job }, "a job could not be done"))
      .finally(() => {
        running.delete(done);
        look();
      });
    running.add(done);
  };
  const claim = async () => {
    do {
      again = false;
      const free = SLOTS - running.size;
      if (stopping || free <= 0) return;
      const jobs = await claimJobs(worker, free);
      for (const job of jobs) start(job);
      if (jobs.length === free) again = true;
    } while (again);
  };
  /** One claim at a time; asked for meanwhile, it looks once more. */
  const look = () => {
    again = true;
    claiming ??= claim()
      .catch((error) => log.warn({ error }, "the queue could not be read; it is looked at again"))
      .finally(() => {
        claiming = null;
        // Told between the last claim and here.
        if (again) look();
      });
  };
  const stopListening = listen([WORK_CHANNEL], { onMessage: look, onGap: look });
  const timer = setInterval(look, POLL_MILLISECONDS);
  return {
    drain: async () => {
      stopping = true;
      clearInterval(timer);
      await stopListening();
      await claiming;
      await handBack(worker).catch((error) => log.warn({ error }, "what was claimed could not be given back"));
      await Promise.all(running);
    },
  };
}
