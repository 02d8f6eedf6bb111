import { z } from "zod";
import { Key, Line, Seconds } from "#lib/domain/fields.ts";

/** What people decide before a step may start: written in the procedure, and the same for every run of it. */

/** Who decides: whose role allows it, the members of a group, or who fills a position of the run. */
export const Deciders = z.union([
  z.strictObject({ role: z.enum(["approver", "commander", "operator"]) }),
  z.strictObject({ group: Line }),
  z.strictObject({ position: Key }),
]);
export type Deciders = z.infer<typeof Deciders>;

/** Ours, not the published procedure's: whoever creates a run may leave it out. */
const suggested = z.literal(true).optional();

export const Gate = z.discriminatedUnion("kind", [
  /** So many of them agree to exactly what will be done. Who asks and who does it are not among them. */
  z.strictObject({
    kind: z.literal("approval"),
    by: Deciders.default({ role: "approver" }),
    quorum: z.number().int().min(1).max(10).default(1),
    /** No answer by then is a no, and what was agreed to and not begun by then has to be asked for again. */
    lapsesSeconds: Seconds.optional(),
    suggested,
  }),
  /** Held until one of them releases it; left out: whoever commands the run. */
  z.strictObject({ kind: z.literal("hold"), by: Deciders.optional(), suggested }),
  /** Go or no go: a vote for each of these positions, and the commander decides on the result. */
  z.strictObject({ kind: z.literal("poll"), of: z.array(Key).max(20).default([]), suggested }),
]);
export type Gate = z.infer<typeof Gate>;
