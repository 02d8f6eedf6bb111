import "server-only";
import { Failure, failureWords } from "#lib/domain/notify/failure.ts";

/** A failure as the database keeps it. */
export const asKept = (failure: Failure): string => JSON.stringify(failure);

/** In the language of whoever reads it now. What was kept before this was a sentence, and stays one. */
export function failureIn(kept: string): string {
  const failure = kept.startsWith("{") ? Failure.safeParse(JSON.parse(kept)) : undefined;
  return failure?.success ? failureWords(failure.data) : kept;
}
