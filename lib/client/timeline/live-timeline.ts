import { query } from "#lib/client/query.ts";
import { procedureQuery } from "#lib/client/run/run-queries.ts";
import { whenFolded } from "#lib/client/run/use-run.ts";
import type { RunTimeline } from "#lib/contract/runs.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { withEvent } from "#lib/domain/report/segments.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** What the time of each step went into. Whoever asks for it brings what keeps it up to date. */
export const timelineQuery = (id: string) => ({
  ...query("GET /api/runs/{id}/timeline", { id }),
  staleTime: Number.POSITIVE_INFINITY,
});

// A timeline that has missed something is asked for anew, when somebody looks at it.
whenFolded((client, before, events) => {
  const { queryKey } = timelineQuery(before.id);
  const known = client.getQueryData(queryKey);
  if (!known) return;
  const procedure = client.getQueryData(procedureQuery(before.procedureId).queryKey)?.document;
  const told = procedure ? foldTimeline(procedure, known, before, events) : null;
  if (told) client.setQueryData(queryKey, told);
  else void client.invalidateQueries({ queryKey });
});

/**
 * The timeline after events that came to a run as it was before them. Null where it does not know one in between, and when
 * the run begins: only the server can tell what is planned.
 */
export function foldTimeline(
  procedure: Procedure,
  known: RunTimeline,
  before: Run,
  events: readonly LoggedEvent[],
): RunTimeline | null {
  let { seq, steps } = known;
  let run = before;
  for (const logged of events) {
    if (logged.seq <= run.seq) continue;
    const after = evolve(run, logged);
    if (logged.seq > seq + 1) return null;
    if (logged.seq === seq + 1) {
      if (logged.event.type === "run.started") return null;
      steps = withEvent(steps, logged, { procedure, after });
      seq = logged.seq;
    }
    run = after;
  }
  return seq === known.seq ? known : { ...known, seq, steps };
}
