import { z } from "zod";

/** What the verifier found. */
export const Verdict = z.object({
  holds: z.boolean(),
  /** The first one first; `seq` is the number of the event where it shows, null where it is no single event. */
  faults: z.array(
    z.object({ seq: z.number().int().nullable(), what: z.string(), unsigned: z.literal(true).optional() }),
  ),
  run: z.string(),
  events: z.number().int(),
  head: z.string(),
  over: z.boolean(),
  seals: z.array(z.object({ seq: z.number().int(), fingerprint: z.string(), signedAt: z.string() })),
  chainedLater: z.number().int(),
  /** What it does not prove, in sentences. */
  unproven: z.array(z.string()),
});
export type Verdict = z.infer<typeof Verdict>;
