/** How often a message is tried before it is given up: the last time about two and a half hours after the first. */
export const MOST_TRIES = 9;

const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 3_600;

/**
 * Seconds until the next try after so many failed ones: three times as long each time, an hour at most, a fifth more or
 * less by `chance` (0 to 1) so that what failed together is not tried together. Null: given up.
 */
export function secondsUntilNextTry(tries: number, chance: number): number | null {
  if (tries >= MOST_TRIES) return null;
  const seconds = Math.min(FIRST_SECONDS * 3 ** (tries - 1), LONGEST_SECONDS);
  return Math.round(seconds * (0.8 + 0.4 * chance));
}
