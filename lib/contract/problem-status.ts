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

export type ProblemCode = keyof typeof problemStatus;
