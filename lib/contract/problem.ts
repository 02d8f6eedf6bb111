import { z } from "zod";

/** The closed set of what can go wrong, with its HTTP status. `code` is the only field a program may branch on. */
export const problemStatus = {
  invalid_request: 400,
  unauthenticated: 401,
  /** The password is right, and a one-time code is asked for, or the one that was given is not right. */
  code_needed: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  /** The rule of the run refuses it; `rejection` says which rule. */
  refused: 409,
  /** It exists already, or another request was first. */
  conflict: 409,
  key_reused: 409,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
  /** The database does not answer or cannot be written. If its answer was lost, it was saved: the same key tells. */
  not_saved: 503,
} as const;

export const ProblemCode = z.enum(Object.keys(problemStatus) as [keyof typeof problemStatus]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** Every error answer is one of these (RFC 9457, application/problem+json). */
export const Problem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.number().int(),
  code: ProblemCode,
  detail: z.string(),
  requestId: z.string(),
  /** For `refused`: the rule's name, and who was first where somebody was. */
  rejection: z.string().optional(),
  /** For the rule `run_locked`: the live runs that hold the procedure or sites. */
  locks: z.array(z.object({ run: z.string(), procedure: z.boolean(), sites: z.array(z.string()) })).optional(),
  by: z.string().optional(),
  at: z.iso.datetime().optional(),
  /** For `too_many_requests`; the Retry-After header says the same. */
  retryAfterSeconds: z.number().int().optional(),
  /** For `invalid_request`: each field that is wrong, where it is, and what to do. */
  issues: z
    .array(z.object({ path: z.string(), line: z.number().int().nullable().optional(), message: z.string() }))
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
