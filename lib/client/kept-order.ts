/** Those that were drawn, by id, stay where they were; new ones come last. */
export function inKeptOrder<T extends { id: string }>(drawn: readonly string[], now: readonly T[]): T[] {
  const places = new Map(drawn.map((id, place) => [id, place]));
  const placeOf = ({ id }: T) => places.get(id) ?? drawn.length;
  return now.toSorted((one, other) => placeOf(one) - placeOf(other));
}
