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

export type Zoomed = { declaredMs: number; nowMs: number; spanMs: number };

/** The same around an instant that was moved to, no earlier than the declaration; where that has reached now, around now. */
export function scaleAt(middleMs: number | null, { declaredMs, nowMs, spanMs }: Zoomed): Scale {
  const following = scaleAround(nowMs, spanMs);
  if (middleMs === null) return following;
  const fromMs = Math.max(declaredMs, middleMs - spanMs / 2);
  return fromMs >= following.fromMs ? following : { fromMs, toMs: fromMs + spanMs };
}

export type Direction = "earlier" | "later";

/** Whether there is something in that direction that is not shown. */
export const canMove = (direction: Direction, { fromMs }: Scale, { declaredMs, nowMs, spanMs }: Zoomed): boolean =>
  direction === "earlier" ? fromMs > declaredMs : fromMs < scaleAround(nowMs, spanMs).fromMs;

/** The middle of what stands half of what is shown further; null where it follows now again. */
export function movedTo(direction: Direction, { fromMs }: Scale, { declaredMs, nowMs, spanMs }: Zoomed): number | null {
  const wantedMs = Math.max(declaredMs, fromMs + (direction === "earlier" ? -spanMs / 2 : spanMs / 2));
  return wantedMs >= scaleAround(nowMs, spanMs).fromMs ? null : wantedMs + spanMs / 2;
}

/** 0 to 100: how far right an instant stands; at the edge where it is outside. */
export const percentAt = ({ fromMs, toMs }: Scale, ms: number): number =>
  Math.min(100, Math.max(0, ((ms - fromMs) / (toMs - fromMs)) * 100));

export const isInside = ({ fromMs, toMs }: Scale, ms: number): boolean => ms >= fromMs && ms <= toMs;

const STEPS_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440];
const MOST_TICKS = 4;

/** Round instants for the axis. `minutesPastHour`: of the zone's clock at a full hour of UTC. */
export function ticks(scale: Scale, minutesPastHour = 0): number[] {
  const spanMinutes = (scale.toMs - scale.fromMs) / MINUTE_MS;
  const stepMinutes = STEPS_MINUTES.find((step) => spanMinutes / step <= MOST_TICKS) ?? spanMinutes / MOST_TICKS;
  const stepMs = stepMinutes * MINUTE_MS;
  const shiftMs = minutesPastHour * MINUTE_MS;
  const found: number[] = [];
  const first = Math.ceil((scale.fromMs + shiftMs) / stepMs) * stepMs - shiftMs;
  for (let at = first; at <= scale.toMs; at += stepMs) found.push(at);
  return found;
}
