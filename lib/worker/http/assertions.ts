import type { JsonAssertion } from "#lib/domain/way/http.ts";
import { told } from "#lib/words/told.ts";
import { valueAt } from "#lib/worker/captures.ts";

/** What of it does not hold, in words; null when all does. */
export function unmet(assertions: readonly JsonAssertion[], text: string): string | null {
  if (assertions.length === 0) return null;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return told("the answer is not JSON");
    throw error;
  }
  const failed = assertions.filter(({ at, equals }) => valueAt(document, at) !== equals);
  if (failed.length === 0) return null;
  return failed
    .map(({ at, equals }) =>
      told("{what} is {value}, expected {expected}", {
        what: at || told("the whole"),
        value: shown(valueAt(document, at)),
        expected: shown(equals),
      }),
    )
    .join(", ");
}

/** Whether at least one holds. */
export const anyHolds = (assertions: readonly JsonAssertion[], text: string): JsonAssertion | undefined =>
  assertions.find((assertion) => unmet([assertion], text) === null);

const shown = (value: unknown): string =>
  value === undefined ? told("no value") : (JSON.stringify(value).slice(0, 200) ?? "");
