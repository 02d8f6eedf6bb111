import { z } from "zod";
import { ProcessWork, SshWork } from "#lib/domain/way/command.ts";
import { HttpWork } from "#lib/domain/way/http.ts";
import { ProbeWork } from "#lib/domain/way/probe.ts";

/** An action as it will be done: every value in its place, secrets and credentials by name only. */
export const Work = z.discriminatedUnion("way", [ProcessWork, SshWork, HttpWork, ProbeWork]);
export type Work = z.infer<typeof Work>;

/** A probe with the time it has. */
export const Expectation = z.object({ probe: ProbeWork, timeoutSeconds: z.number().int().positive() });
export type Expectation = z.infer<typeof Expectation>;

/** What a worker is given for one attempt. */
export const Assignment = z.intersection(
  Work,
  z.object({
    timeoutSeconds: z.number().int().positive(),
    /** What must be true afterwards for the attempt to have succeeded. */
    expected: Expectation.optional(),
    /** What the command is told beside its arguments: what earlier steps gave. */
    variables: z.record(z.string(), z.string()).optional(),
  }),
);
export type Assignment = z.infer<typeof Assignment>;
