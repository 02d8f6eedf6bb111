/** More than these are forgotten. */
const MOST = 8;

/** A page of a run or of a procedure belongs to it, whatever it shows of it. */
const visited = (path: string): string | null =>
  /^\/(?:runs\/R-\d+|procedures\/[\da-f-]{36})(?=\/|$)/.exec(path)?.[0] ?? null;

/** What this person looked at in this browser, the latest first; of anybody else nothing is told. */
export function visitsOf(kept: string | null, person: string): readonly string[] {
  const [owner, ...addresses] = (kept ?? "").split(" ");
  return owner === person ? addresses.filter((address) => visited(address) === address).slice(0, MOST) : [];
}

/** What to keep after a visit; what was kept of another person is gone. */
export function withVisit(kept: string | null, person: string, path: string): string {
  const before = visitsOf(kept, person);
  const address = visited(path);
  const after = address === null ? before : [address, ...before.filter((other) => other !== address)];
  return [person, ...after.slice(0, MOST)].join(" ");
}
