// @ts-check

const PARENT_CHECK = 500;

/**
 * Aborted when this process is asked to end, or when the process that started it is gone.
 * @returns {AbortSignal}
 */
export function stopSignal() {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
  process.once("disconnect", stop);
  if (process.env.npm_lifecycle_event) stopWithoutParent(stop);
  return controller.signal;
}

/**
 * npm does not pass every signal on: when it is gone, so should we be.
 * @param {() => void} stop
 */
function stopWithoutParent(stop) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), PARENT_CHECK).unref();
}
