import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { networkOf } from "#lib/server/http/peer-address.ts";
import { t } from "#lib/words/t.ts";

/** Who tries: the account as typed or known, and the address where it is known. */
export type Claimant = { account: string; address: string | null };

export type Limits = {
  windowMs: number;
  /** Higher than that of an address, so that nobody can lock an account from one place. */
  failuresPerAccount: number;
  failuresPerAddress: number;
};

const LIMITS: Limits = { windowMs: 5 * 60_000, failuresPerAccount: 50, failuresPerAddress: 20 };
const MOST_KEPT = 20_000;

type Count = { failures: number; until: number };

/**
 * Counts failed attempts by account and by network, in memory: whoever is not signed in makes the database write
 * nothing, and a restart, or a second web process, costs a guesser one more window at the most.
 */
export class SignInLimit {
  readonly #limits: Limits;
  readonly #counts = new Map<string, Count>();

  constructor(limits: Limits = LIMITS) {
    this.#limits = limits;
  }

  /**
   * Makes the attempt, which gives null when it fails; an error is no failure of theirs. It counts from its beginning,
   * so that many at once are no way round. Throws `too_many_requests` instead where it is one too many.
   */
  async attempt<T>(who: Claimant, make: () => Promise<T | null>, now = Date.now()): Promise<T | null> {
    const keys = this.#claim(who, now);
    let failed = false;
    try {
      const result = await make();
      failed = result === null;
      return result;
    } finally {
      if (!failed) for (const key of keys) this.#takeBack(key);
    }
  }

  #claim({ account, address }: Claimant, now: number): string[] {
    const most = new Map([[`account ${account}`, this.#limits.failuresPerAccount]]);
    if (address !== null) most.set(`network ${networkOf(address)}`, this.#limits.failuresPerAddress);
    const fullUntil = Math.max(...[...most].map(([key, failures]) => this.#fullUntil(key, failures, now)));
    if (fullUntil > now) refuse(fullUntil - now);
    const keys = [...most.keys()];
    for (const key of keys) this.#add(key, now);
    return keys;
  }

  #fullUntil(key: string, most: number, now: number): number {
    const count = this.#counts.get(key);
    return count && count.until > now && count.failures >= most ? count.until : 0;
  }

  #add(key: string, now: number): void {
    const count = this.#counts.get(key);
    if (count && count.until > now) {
      count.failures += 1;
      return;
    }
    this.#counts.delete(key); // so that the oldest stay first
    this.#counts.set(key, { failures: 1, until: now + this.#limits.windowMs });
    const oldest = this.#counts.size > MOST_KEPT ? this.#counts.keys().next() : undefined;
    if (oldest?.value !== undefined) this.#counts.delete(oldest.value);
  }

  #takeBack(key: string): void {
    const count = this.#counts.get(key);
    if (count) count.failures -= 1;
  }
}

/** For whoever decides for others: nobody is asked so often that this many refusals in five minutes are mistakes. */
const DECISIONS: Limits = { windowMs: 5 * 60_000, failuresPerAccount: 20, failuresPerAddress: 100 };

function refuse(milliseconds: number): never {
  const retryAfterSeconds = Math.ceil(milliseconds / 1_000);
  throw new AppError(
    "too_many_requests",
    t("Too many failed attempts. Try again in {minutes} min.", { minutes: Math.ceil(retryAfterSeconds / 60) }),
    { retryAfterSeconds },
  );
}

const limit = new SignInLimit();

/** The one of this process. */
export const signInLimit = (): SignInLimit => limit;

const decisions = new SignInLimit(DECISIONS);

/** The one of this process for approvals, votes and releases that are refused. */
export const decisionLimit = (): SignInLimit => decisions;
