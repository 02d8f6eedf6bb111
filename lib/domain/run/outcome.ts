import type { Procedure } from "#lib/domain/procedure.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";

export type Exception = { step: string; title: string; kind: "skipped" | "overridden"; by: string; reason: string };

/** Everything that keeps a run from being plainly completed: what a person decided in place of the procedure. */
export const exceptions = (procedure: Procedure, run: Run): Exception[] =>
  pairs(procedure, run).flatMap(({ step, state }) =>
    state.status === "skipped" || state.status === "overridden"
      ? [
          {
            step: step.number,
            title: step.title,
            kind: state.status,
            by: state.by.name,
            reason: state.reason ?? "",
          },
        ]
      : [],
  );
