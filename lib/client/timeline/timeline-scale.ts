import {
  dayEnd,
  dayOf,
  dayStart,
  formatBareTime,
  formatOtherDay,
  formatTime,
  withDay,
  zoneName,
} from "#lib/words/time.ts";

/** Which time a timeline shows, and where in it an instant stands. Milliseconds since 1970. */

export type Scale = { fromMs: number; toMs: number };

const MINUTE_MS = 60_000;
const SHORTEST_MS = 10 * MINUTE_MS;
/** An objective further away than this many times what is shown would press the rest together. */
const RTO_WITHIN = 2;

export type Moments = {
  declaredMs: number;
  nowMs: number;
  finishMs: number | null;
  /** When it should have been done by the plan with which the run began. */
  plannedMs: number | null;
  /** By when the run should be done. */
  dueMs: number | null;
  /** No less is shown: ten minutes where nothing else is said. */
  shortestMs?: number;
};

/** From the declaration to the projected or the planned finish, or now; and to the objective where that is not far. */
export function wholeScale({
  declaredMs,
  nowMs,
  finishMs,
  plannedMs,
  dueMs,
  shortestMs = SHORTEST_MS,
}: Moments): Scale {
  const lastMs = Math.max(nowMs, finishMs ?? 0, plannedMs ?? 0, declaredMs + shortestMs);
  const spanMs = lastMs - declaredMs;
  const toMs = dueMs !== null && dueMs - declaredMs <= RTO_WITHIN * spanMs ? Math.max(lastMs, dueMs) : lastMs;
  return { fromMs: declaredMs, toMs: toMs + (toMs - declaredMs) / 50 };
}

/** So much time around now, more of it past than to come. */
export const scaleAround = (nowMs: number, spanMs: number): Scale => ({
  fromMs: nowMs - (spanMs * 2) / 3,
  toMs: nowMs + spanMs / 3,
});

export type Zoomed = {
  declaredMs: number;
  nowMs: number;
  /** Until when something is known: now, or what is projected or planned after it. */
  lastMs: number;
  spanMs: number;
};

/** The same around an instant that was moved to, no earlier than the declaration; else around now. */
export function scaleAt(middleMs: number | null, { declaredMs, nowMs, spanMs }: Zoomed): Scale {
  if (middleMs === null) return scaleAround(nowMs, spanMs);
  const fromMs = Math.max(declaredMs, middleMs - spanMs / 2);
  return { fromMs, toMs: fromMs + spanMs };
}

export type Direction = "earlier" | "later";

/** Whether there is something in that direction that is not shown. */
export const canMove = (direction: Direction, { fromMs, toMs }: Scale, zoomed: Zoomed): boolean =>
  direction === "earlier" ? fromMs > zoomed.declaredMs : fromMs < followingMs(zoomed) || toMs < zoomed.lastMs;

/** The middle of what stands half of what is shown further; null where it comes to follow now again. */
export function movedTo(direction: Direction, { fromMs }: Scale, zoomed: Zoomed): number | null {
  const halfMs = zoomed.spanMs / 2;
  const wantedMs = fromMs + (direction === "earlier" ? -halfMs : halfMs);
  const [first, second] = direction === "earlier" ? [wantedMs, fromMs] : [fromMs, wantedMs];
  const now = followingMs(zoomed);
  const follows = fromMs !== now && first <= now && now <= second;
  return follows ? null : Math.max(zoomed.declaredMs, wantedMs) + halfMs;
}

const followingMs = ({ nowMs, spanMs }: Zoomed): number => scaleAround(nowMs, spanMs).fromMs;

/** 0 to 100: how far right an instant stands; at the edge where it is outside. */
export const percentAt = ({ fromMs, toMs }: Scale, ms: number): number =>
  Math.min(100, Math.max(0, ((ms - fromMs) / (toMs - fromMs)) * 100));

export const isInside = ({ fromMs, toMs }: Scale, ms: number): boolean => ms >= fromMs && ms <= toMs;

const DAY_MINUTES = 1_440;
const STEPS_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720];
const MOST_TICKS = 4;

/** Instants for the axis that are round on the clock of a zone: from midnight on, or midnights themselves. */
export function ticks(scale: Scale, zone: string): number[] {
  const spanMinutes = (scale.toMs - scale.fromMs) / MINUTE_MS;
  const stepMinutes = STEPS_MINUTES.find((step) => spanMinutes / step <= MOST_TICKS);
  if (stepMinutes === undefined) return midnights(scale, zone, Math.ceil(spanMinutes / DAY_MINUTES / MOST_TICKS));
  const stepMs = stepMinutes * MINUTE_MS;
  const midnightMs = dayStart(dayOf(scale.fromMs, zone), zone);
  const found: number[] = [];
  const first = midnightMs + Math.ceil((scale.fromMs - midnightMs) / stepMs) * stepMs;
  for (let at = first; at <= scale.toMs; at += stepMs) found.push(at);
  return found;
}

/** One in so many days. */
function midnights({ fromMs, toMs }: Scale, zone: string, days: number): number[] {
  const found: number[] = [];
  let at = dayEnd(dayOf(fromMs, zone), zone);
  while (at <= toMs) {
    found.push(at);
    for (let day = 0; day < days; day += 1) at = dayEnd(dayOf(at, zone), zone);
  }
  return found;
}

export type Tick = { ms: number; words: string };

/** Half the room that words take, in widths of a digit: a Japanese character is as wide as two. */
export const halfWidth = (words: string): number => words.replace(/[\u3000-\uffef]/g, "00").length / 2;

/** What stands along the clock: the day where it is another than that of `endMs`, or than at the last; the zone where that is another. */
export function axis(scale: Scale, zone: string, endMs: number): Tick[] {
  let [day, name] = [dayOf(endMs, zone), zoneName(zone, scale.fromMs)];
  return ticks(scale, zone).map((ms) => {
    const [other, isMidnight] = [formatOtherDay(ms, zone, day), ms === dayStart(dayOf(ms, zone), zone)];
    const clock = zoneName(zone, ms) === name ? formatBareTime(ms, zone) : formatTime(ms, zone);
    [day, name] = [dayOf(ms, zone), zoneName(zone, ms)];
    return { ms, words: isMidnight && other !== null && !clock.includes(" ") ? other : withDay(other, clock) };
  });
}
