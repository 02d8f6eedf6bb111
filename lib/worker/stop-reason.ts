type Order = { timeoutSeconds: number; canceled: AbortSignal; leaving: AbortSignal };

export type StopReason = "timed_out" | "canceled" | "leaving";

/** Why something is not waited for to its end: its time is up, a person cancels, or the worker has to leave. */
export function stopReason({ timeoutSeconds, canceled, leaving }: Order) {
  const { promise, resolve } = Promise.withResolvers<StopReason>();
  const timer = setTimeout(() => resolve("timed_out"), timeoutSeconds * 1_000);
  const onCancel = () => resolve("canceled");
  const onLeave = () => resolve("leaving");
  canceled.addEventListener("abort", onCancel, { once: true });
  leaving.addEventListener("abort", onLeave, { once: true });
  if (canceled.aborted) onCancel();
  if (leaving.aborted) onLeave();
  const clear = () => {
    clearTimeout(timer);
    canceled.removeEventListener("abort", onCancel);
    leaving.removeEventListener("abort", onLeave);
  };
  return { reason: promise, clear };
}
