import type { Step } from "#lib/domain/procedure.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const BEGUN: ReadonlySet<StepState["status"]> = new Set([
  "in_progress",
  "canceling",
  "awaiting_confirmation",
  "completed",
  "failed",
  "timed_out",
  "interrupted",
  "canceled",
] satisfies StepState["status"][]);

/** The site where a step that may be done at one of several was done, or was tried last; undefined of all others, and where nobody said it. */
export function placeTaken({ roles }: Pick<Step, "roles">, state: StepState): string | undefined {
  const last = lastAttempt(state);
  return roles.length > 1 && BEGUN.has(state.status) && !state.recorded && !last?.undone ? last?.site : undefined;
}

/** "Olga at Osaka", "by hand at Osaka". */
export const whoAt = (what: string, site: string | undefined): string =>
  site === undefined ? what : t("{what} at {site}", { what, site });
