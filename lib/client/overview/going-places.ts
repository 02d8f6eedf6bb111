import { byRisk, type GoingRun } from "#lib/client/overview/going.ts";

/** Where a run stands among many: in which of the two groups, and there in the order of the list. */
export type Place = { id: string; atRisk: boolean };

export const placesOf = (runs: readonly GoingRun[]): Place[] =>
  byRisk(runs).map(({ summary: { id }, risk }) => ({ id, atRisk: risk !== null }));

/** Runs stay where they were drawn; new ones come last. */
export function keptPlaces(drawn: readonly Place[], now: readonly Place[]): Place[] {
  const known = new Set(drawn.map(({ id }) => id));
  const there = new Set(now.map(({ id }) => id));
  return [...drawn.filter(({ id }) => there.has(id)), ...now.filter(({ id }) => !known.has(id))];
}

export const samePlaces = (one: readonly Place[], other: readonly Place[]): boolean =>
  one.length === other.length && one.every(({ id, atRisk }, at) => other[at]?.id === id && other[at].atRisk === atRisk);
