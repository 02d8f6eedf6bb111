export type Titled = { key: string; title: string };

/** Of these procedures, the key where another one has the same title; null where the title tells which it is. */
export function keyWhereShared(procedures: readonly Titled[]): (procedure: Titled) => string | null {
  const byTitle = Map.groupBy(procedures, ({ title }) => title);
  return ({ key, title }) => (byTitle.get(title)?.some((other) => other.key !== key) ? key : null);
}

/** The title, and the key where another one has the same title. */
export function titlesToldApart(procedures: readonly Titled[]): (procedure: Titled) => string {
  const keyOf = keyWhereShared(procedures);
  return (procedure) => {
    const key = keyOf(procedure);
    return key === null ? procedure.title : `${procedure.title} (${key})`;
  };
}
