import type { Need, Waiting } from "#lib/domain/run/digest.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** A pause lets nothing begin. What has begun is decided, confirmed and answered all the same. */
const begins: ReadonlySet<Need> = new Set(["start", "request"]);

/** Of what people are waited for, what they may do now. */
export const doable = ({ status }: Run, waiting: Waiting[]): Waiting[] =>
  status === "paused" ? waiting.filter(({ need }) => !begins.has(need)) : waiting;
