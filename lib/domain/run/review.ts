import { z } from "zod";
import { Instant, Who } from "#lib/domain/instant.ts";

/** What is found when a run is looked back on, what only people know of it, and who signed its report off. */

const ReviewFinding = z.object({
  id: z.uuid(),
  text: z.string(),
  owner: z.string(),
  /** A day, such as 2026-12-24. */
  dueOn: z.string().optional(),
  by: Who,
  at: Instant,
  closed: z.object({ how: z.string(), by: Who, at: Instant }).optional(),
});

/**
 * Seconds of data: the objective and what was lost. Between which steps nobody could use the service. What is left out stays
 * as it was stated before; null withdraws it.
 */
export const Stated = z.strictObject({
  rpoSeconds: z.number().int().nonnegative().nullable().optional(),
  rpaSeconds: z.number().int().nonnegative().nullable().optional(),
  interruption: z
    .strictObject({ from: z.string().max(8), to: z.string().max(8) })
    .nullable()
    .optional(),
});
export type Stated = z.infer<typeof Stated>;

export const SignOff = z.object({
  by: Who,
  at: Instant,
  /** In which capacity: "Auditor", "Head of operations". */
  as: z.string(),
  /** The event of the signature: what came after it was not signed. */
  seq: z.number().int(),
});
export type SignOff = z.infer<typeof SignOff>;

export const Review = z.object({
  findings: z.array(ReviewFinding),
  stated: Stated.optional(),
  signOffs: z.array(SignOff),
});
export type Review = z.infer<typeof Review>;
