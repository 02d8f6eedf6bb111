import { z } from "zod";

/** Keyset paging: `after` is the `next` of the page before. No page is ever counted or skipped to. */
export const pageParams = {
  after: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** The same for lists that are short by nature: the first page holds them whole nearly always. */
export const longPageParams = { ...pageParams, limit: pageParams.limit.default(200) };

/** Several of what is asked for, by their ids with commas between them. */
export const severalParams = z.object({
  ids: z
    .string()
    .max(3_700)
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.uuid()).max(100)),
});

/** Where a viewer of an event stream has got to. Numbers are PostgreSQL's `integer`. */
export const StreamPlace = z.coerce.number().int().nonnegative().max(2_147_483_647);

/** `reader`: whose page asks, as the header x-reader says it elsewhere; refused where somebody else is signed in. */
export const streamParams = { after: StreamPlace.optional(), reader: z.uuid().optional() };

/** Nothing is sent, nothing is answered. */
export const nothing = z.undefined();
export const noParams = z.object({});
