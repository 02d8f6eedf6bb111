import "server-only";

/** How long to wait for those before. What hangs longer hangs in the database, which decides then. */
const LONGEST_WAIT_MILLISECONDS = 1_000;

const last = new Map<string, Promise<unknown>>();

/**
 * Does the work of this process on one run one after the other. The database's lock decides all the same; but waiting
 * here takes no connection from others, and who comes next finds the run in memory as the one before left it.
 */
export async function inTurn<T>(runId: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(runId);
  const mine = before ? atMost(before, LONGEST_WAIT_MILLISECONDS).then(work) : work();
  const over = mine.then(ignore, ignore);
  last.set(runId, over);
  try {
    return await mine;
  } finally {
    if (last.get(runId) === over) last.delete(runId);
  }
}

const ignore = () => undefined;

function atMost(waiting: Promise<unknown>, milliseconds: number): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  return Promise.race([waiting, promise]).finally(() => clearTimeout(timer));
}
