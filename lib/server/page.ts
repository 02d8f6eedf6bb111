import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { t } from "#lib/words/t.ts";

/** One page of a list: what comes after the `next` of the page before, and how much of it. */
export type Page = { after?: string | undefined; limit: number };

/** Cuts what was read with one row too many into a page, and says where the next one begins. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  place: (row: Row) => string,
): { page: Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? place(last) : null };
}

/** Where a page begins in a list that goes by a number. Throws `invalid_request` for what is none. */
export function numberAfter(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  const message = t("this is not the {field} of a page", { field: "`next`" });
  throw new AppError("invalid_request", t("{field}: {fault}.", { field: "after", fault: message }), {
    issues: [{ path: "after", message }],
  });
}

/** Everything, for the console's own pages: procedures, sites and people are tens, not thousands. */
export const EVERYTHING: Page = { limit: 100_000 };
