import { type Lock, lockSentence, lockWords } from "#lib/domain/run/rejection/rejection.ts";
import { t } from "#lib/words/t.ts";
import { told, toldRow } from "#lib/words/told.ts";

/** A run that is not there yet cannot be started over another: a draft can. */
export const draftInstead = (locks: readonly Lock[]): string =>
  t("{locks}. Create the new run as a draft: a draft can be started anyway, with a reason.", {
    locks: lockWords(locks),
  });

/** What holds a run back, as it is kept. */
export const lockTold = (locks: readonly Lock[]): string =>
  toldRow(
    locks.map((lock) => told(lockSentence(lock), { run: lock.run, sites: lock.sites.join(" and ") })),
    "; ",
  );
