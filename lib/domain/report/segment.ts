import { z } from "zod";
import { Instant } from "#lib/domain/instant.ts";

/** What a step's time went into: a command, people at work, or waiting for somebody. Instants; the last one may be open. */
export const Segment = z.object({
  kind: z.enum(["machine", "people", "waiting"]),
  from: Instant,
  to: Instant.nullable(),
  /** How a command ended that did not do its work; left out of any other. */
  ended: z.enum(["failed", "timed_out"]).optional(),
});
export type Segment = z.infer<typeof Segment>;
