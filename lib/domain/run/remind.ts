import type { Run } from "#lib/domain/run/state.ts";

/** Names the roll call where others are named by their step. */
export const ROLL_CALL = "roll_call";

/** So long nobody is reminded of the same again: a message that comes too often is not read. */
export const REMIND_AGAIN_SECONDS = 300;

/** From when on they may be reminded again; null when now. `now` in milliseconds since 1970. */
export function remindAgainAt({ reminded }: Pick<Run, "reminded">, of: string, nowMs: number): string | null {
  const last = reminded[of];
  if (!last) return null;
  const againMs = Date.parse(last.at) + REMIND_AGAIN_SECONDS * 1_000;
  return nowMs < againMs ? new Date(againMs).toISOString() : null;
}
