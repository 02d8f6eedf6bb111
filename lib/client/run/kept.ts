/**
 * Values that are made anew each time something is drawn, kept as the objects they were while they say the same: so a
 * part of the page that gets one of them is drawn again only when there is something else to draw.
 */
export class Kept<Key extends object, T extends object> {
  readonly #known = new WeakMap<Key, T>();

  /** What was kept under `key` where it has the same members, which are compared as they are; else `made`. */
  keep(key: Key, made: T): T {
    const before = this.#known.get(key);
    if (before && hasSameMembers(before, made)) return before;
    this.#known.set(key, made);
    return made;
  }
}

/** Asked of hundreds of them at every event, so nothing is made for it. */
function hasSameMembers<T extends object>(one: T, other: T): boolean {
  // The keys of an array are strings, each made to be asked for.
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, place) => each === other[place]);
  }
  let more = 0;
  for (const key in one) {
    if (one[key] !== other[key]) return false;
    more++;
  }
  for (const _ in other) more--;
  return more === 0;
}

/** A list in pieces of `size`; each piece is the same array while everything in it is. */
export function keptPieces<T extends object>(known: Kept<T, readonly T[]>, list: readonly T[], size: number) {
  const pieces: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += size) {
    const piece = list.slice(at, at + size);
    const [first] = piece;
    if (first) pieces.push(known.keep(first, piece));
  }
  return pieces;
}
