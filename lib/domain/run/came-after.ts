import type { Review, SignOff } from "#lib/domain/run/review.ts";

/** How many of `events` came after it and are not signed by it; that others signed, too, changes nothing of what was. */
export const cameAfter = ({ signOffs }: Review, { seq }: SignOff, events: number): number =>
  events - seq - signOffs.filter((other) => other.seq > seq).length;
