import { z } from "zod";
import { Instant } from "#lib/domain/instant.ts";

/** When a step was expected to be done when its run began, and on what that rests. */
export const Plan = z.object({ from: Instant, to: Instant, basis: z.string() });
export type Plan = z.infer<typeof Plan>;
