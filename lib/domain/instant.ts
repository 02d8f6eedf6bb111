import { z } from "zod";

/** An instant on the wire and in the log: ISO 8601, UTC. */
export const Instant = z.iso.datetime();

export const Who = z.object({ id: z.string(), name: z.string() });
export type Who = z.infer<typeof Who>;
