import type { RunView } from "#lib/contract/runs.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve.ts";

/**
 * Folds events that continue where the view ends; those it has already are left out. Answers `gap` when one in between
 * is missing: then only the server can tell how the run stands.
 */
export function foldEvents(view: RunView, events: readonly LoggedEvent[]): RunView | "gap" {
  let { run } = view;
  for (const logged of events) {
    if (logged.seq <= run.seq) continue;
    if (logged.seq !== run.seq + 1) return "gap";
    run = evolve(run, logged);
  }
  return run === view.run ? view : { ...view, run };
}

/** An answer that left the server before the last event was folded must not turn the run back. */
export const newerView = (known: RunView | undefined, answered: RunView): RunView =>
  known && answered.run.seq < known.run.seq ? known : answered;

export type Liveness =
  | { state: "live" }
  | { state: "reconnecting"; lastUpdateAt: number }
  | { state: "stale"; lastUpdateAt: number };

/** The server tells its time every 5 s: this much silence means that the stream is dead, whatever it says. */
export const SILENT_MS = 12_000;
const STALE_MS = 30_000;

/** What the page may claim, from when the server was last heard and whether the stream is open. */
export function livenessAt(nowMs: number, heardAtMs: number, open: boolean): Liveness["state"] {
  const silentMs = nowMs - heardAtMs;
  if (silentMs >= STALE_MS) return "stale";
  return open && silentMs < SILENT_MS ? "live" : "reconnecting";
}

export type Heard = { atMs: number; seq: number };

/** By the browser's clock, and how far the server's is ahead of it. */
type Clocks = { nowMs: number; offsetMs: number };

/**
 * Of when a run is as the page has it when it comes, by the browser's clock: of now where the server just sent it, but who goes
 * back has it as it was kept: as it was heard last or, where less was kept than that, as it was read.
 */
export function heardBefore(before: Heard | undefined, kept: RunView | undefined, { nowMs, offsetMs }: Clocks): number {
  if (!before || !kept) return nowMs;
  const readAtMs = readAt(kept, { nowMs, offsetMs });
  return kept.run.seq < before.seq ? readAtMs : Math.max(before.atMs, readAtMs);
}

/** When the server gave it, by the browser's clock. */
export const readAt = (view: RunView | undefined, { nowMs, offsetMs }: Clocks): number =>
  view ? Math.min(nowMs, Date.parse(view.serverAt) - offsetMs) : Number.NEGATIVE_INFINITY;
