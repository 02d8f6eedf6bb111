/** Pages, routes and instrumentation are bundled apart, and have one reader. */
const key = Symbol.for("switchover.zone");
const shared = globalThis as unknown as { [key]?: () => string };

export const UTC = "UTC";

/** Says where the reader's zone is known from: on a server the request, in a browser the page. Until then it is UTC. */
export function zoneFrom(source: () => string): void {
  shared[key] = source;
}

/** The zone in which times are told beside UTC, such as "Asia/Tokyo". */
export const readersZone = (): string => shared[key]?.() ?? UTC;

/** Where a browser keeps it. */
export const ZONE_COOKIE = "zone";

/** The zone of this name; undefined where there is none, also where it is none any more. */
export const asZone = (name: string | null | undefined): string | undefined =>
  name !== null && name !== undefined && isZone(name) ? name : undefined;

/** True when the runtime knows the zone; a cookie may hold anything. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
