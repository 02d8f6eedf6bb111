import { z } from "zod";
import { type ProblemCode, problemStatus } from "#lib/contract/problem-status.ts";

/** Every error answer is one of these (RFC 9457, application/problem+json). */
export const Problem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(problemStatus) as [ProblemCode]),
  detail: z.string(),
  requestId: z.string(),
  /** For `unauthenticated`: no session was ended, its time is over. */
  ranOut: z.literal(true).optional(),
  /** For `refused`: the rule's name, and who was first where somebody was. */
  rejection: z.string().optional(),
  /** For the rule `run_locked`: the live runs that hold the procedure or sites. */
  locks: z.array(z.object({ run: z.string(), procedure: z.boolean(), sites: z.array(z.string()) })).optional(),
  by: z.string().optional(),
  /** For a document that somebody else's version would be replaced by: the number of the latest, to be named as `over`. */
  latest: z.number().int().optional(),
  /** The id of that version, where the document does not say which version of its key it was begun from. */
  latestId: z.uuid().optional(),
  at: z.iso.datetime().optional(),
  /** For `too_many_requests`; the Retry-After header says the same. */
  retryAfterSeconds: z.number().int().optional(),
  /** For `invalid_request`: each field that is wrong, where it is, and what to do. */
  issues: z
    .array(z.object({ path: z.string(), line: z.number().int().nullable().optional(), message: z.string() }))
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
