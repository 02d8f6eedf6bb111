type Step = { number: string; title: string };
export type Pair<S> = { one: S; other: S | null } | { one: null; other: S };

/**
 * The steps of two runs, those that are the same one beside each other: of the same number and title, or else of the same
 * title, since a step before it may have been added. What has no other stands alone, after the step it follows in its run.
 */
export function pairSteps<S extends Step>(first: readonly S[], second: readonly S[]): Pair<S>[] {
  const others = new Map<S, S>();
  const left = new Set(second);
  const pair = (isSame: (one: S, other: S) => boolean) => {
    for (const one of first) {
      const other = others.has(one) ? undefined : [...left].find((each) => isSame(one, each));
      if (!other) continue;
      others.set(one, other);
      left.delete(other);
    }
  };
  pair((one, other) => one.number === other.number && one.title === other.title);
  pair((one, other) => one.title === other.title);
  const pairs: Pair<S>[] = first.map((one) => ({ one, other: others.get(one) ?? null }));
  let place = 0;
  for (const step of second) {
    if (left.has(step)) pairs.splice(place, 0, { one: null, other: step });
    place = pairs.findIndex(({ other }) => other === step) + 1;
  }
  return pairs;
}
