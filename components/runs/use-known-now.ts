import type { RunDesk } from "#components/runs/run-desk.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";

/** The server's time, and while nothing is heard of it when it was heard last: what went on since then nobody here knows. */
export function useKnownNow({ heardAt }: Pick<RunDesk, "heardAt">, everyMs: number): number {
  const nowMs = useServerNow(everyMs);
  return heardAt === null ? nowMs : Math.min(nowMs, heardAt);
}
