/** A difference this small is the way through the network, not a clock that is wrong. */
const TOLERANCE_MS = 250;

/**
 * Server clock minus this browser's clock, once `serverAtMs` was heard: as it was known where that may still be so, for nobody
 * knows which part of the time since it was asked for was the way there, and which the way back.
 */
export function offsetAfter(knownMs: number, serverAtMs: number, askedAtMs: number, heardAtMs: number): number {
  const leastMs = serverAtMs - heardAtMs;
  const mostMs = serverAtMs - askedAtMs;
  const maybe = [knownMs, 0].find((ms) => ms > leastMs - TOLERANCE_MS && ms < mostMs + TOLERANCE_MS);
  return maybe ?? leastMs;
}

let offsetMs = 0;
/** What was heard last, less what this page had counted by then. */
let countedFromMs = Number.NEGATIVE_INFINITY;

/**
 * The server's time in milliseconds since 1970. It goes on where this browser's clock is put back; what counts whatever the
 * clock says would not do alone, for it may stand still while the machine sleeps.
 */
export const serverNowMs = (): number => Math.max(Date.now() + offsetMs, countedFromMs + performance.now());

/** Whatever tells the server's time is heard: this browser's clock may be set, or wake up wrong, at any time. */
export function hearServerClock(serverAtMs: number, askedAtMs = Date.now(), heardAtMs = Date.now()): void {
  offsetMs = offsetAfter(offsetMs, serverAtMs, askedAtMs, heardAtMs);
  countedFromMs = serverAtMs - performance.now();
}
