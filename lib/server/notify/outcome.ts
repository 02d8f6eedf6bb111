import "server-only";

/** What became of sending a message: `refused` for good, `failed` for now. `why` is a sentence and holds no secret. */
export type Outcome = { kind: "delivered" } | { kind: "refused" | "failed"; why: string };
