import type { RunView } from "#lib/contract/runs.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";

/**
 * Folds events that continue where the view ends; those it has already are left out. Answers `gap` when one in between
 * is missing: then only the server can tell how the run stands.
 */
export function foldEvents(view: RunView, events: readonly LoggedEvent[]): RunView | "gap" {
  let { run, serverAt } = view;
  for (const logged of events) {
    if (logged.seq <= run.seq) continue;
    if (logged.seq !== run.seq + 1) return "gap";
    run = evolve(run, logged);
    serverAt = logged.at;
  }
  return run === view.run ? view : { ...view, run, serverAt };
}

/** An event is in every answer that is later than it by this much. */
const WRITTEN_WITHIN_MS = 5_000;

/**
 * An answer that left the server before the last event was folded must not turn the run back. One that is well later and
 * still knows less does: what is missing there is lost.
 */
export function newerView(known: RunView | undefined, answered: RunView): RunView {
  if (!known || answered.run.seq >= known.run.seq) return answered;
  return Date.parse(answered.serverAt) - Date.parse(known.serverAt) > WRITTEN_WITHIN_MS ? answered : known;
}

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

/**
 * Of when a run is as the page has it when it comes, by the server's clock: of now where the server just sent it, but who goes
 * back has it as it was kept: as it was heard last or, where less was kept than that, as it was read.
 */
export function heardBefore(before: Heard | undefined, kept: RunView | undefined, nowMs: number): number {
  if (!before || !kept) return nowMs;
  const readAtMs = readAt(kept, nowMs);
  return kept.run.seq < before.seq ? readAtMs : Math.max(before.atMs, readAtMs);
}

/** When the server gave it, by its clock. */
export const readAt = (view: RunView | undefined, nowMs: number): number =>
  view ? Math.min(nowMs, Date.parse(view.serverAt)) : Number.NEGATIVE_INFINITY;
