import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** A browser opens six connections to one server, over all its tabs, and commands need one of them. */
const STREAMS = 2;

/** The running commands whose last lines are followed in their cards. An open drawer takes one of the streams. */
export function tailedSteps(run: Run, drawerOpen: boolean): ReadonlySet<string> {
  const running = run.steps.filter((step) => {
    const attempt = lastAttempt(step);
    const busy = step.status === "in_progress" || step.status === "canceling";
    return busy && attempt?.conduct === "command" && attempt.begun;
  });
  return new Set(running.slice(0, drawerOpen ? STREAMS - 1 : STREAMS).map(({ number }) => number));
}
