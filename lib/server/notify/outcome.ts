import "server-only";
import type { Failure } from "#lib/domain/notify/failure.ts";

/** What became of sending a message: `refused` for good, `failed` for now. `why` holds no secret. */
export type Outcome = { kind: "delivered" } | { kind: "refused" | "failed"; why: Failure };
