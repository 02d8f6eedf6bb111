import type { Procedure } from "#lib/domain/procedure.ts";
import { type Late, late } from "#lib/domain/run/late.ts";
import { reasonOf } from "#lib/domain/run/retold.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import type { Run, StepState, StepStatus } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

type Deviation = {
  kind: "skipped" | "overridden" | "gate_broken" | "recorded_afterwards" | Late["kind"];
  by: string;
  at: string;
  reason: string;
};

export type Exception = Deviation & { step: string; title: string };

/**
 * Everything that keeps a run from being plainly completed: what a person decided in place of the procedure, and what an answer
 * came too late for.
 */
export function exceptions(procedure: Procedure, run: Run): Exception[] {
  const tooLate = Map.groupBy(late(procedure, run), ({ step }) => step);
  return pairs(procedure, run).flatMap(({ step, state }) => [
    ...deviations(state).map((deviation) => ({ step: step.number, title: step.title, ...deviation })),
    ...(tooLate.get(step.number) ?? []).map((one) => ({ title: step.title, ...one })),
  ]);
}

/** How many steps are an exception; a step counts once. */
export const exceptionCount = (procedure: Procedure, run: Run): number =>
  new Set(exceptions(procedure, run).map(({ step }) => step)).size;

/** A step that is only decided is overridden by breaking its glass: that is one deviation, not two. */
function deviations(state: StepState): Deviation[] {
  const { status, by, since: at, gate, brokenGlass = [] } = state;
  const reason = reasonOf(state) ?? "";
  const broken = gate?.opened?.broken ? gate.opened : undefined;
  const passed = [...brokenGlass, ...(broken ? [broken] : [])].map((glass) => ({
    kind: "gate_broken" as const,
    by: glass.by.name,
    at: glass.at,
    reason: glass.reason ?? "",
  }));
  const inPlace = (status === "skipped" || status === "overridden") && broken?.at !== at;
  const { recorded } = state;
  const told =
    recorded && status === "skipped"
      ? t("{reason}. Recorded afterwards: {what}", { reason, what: recordedWords(state, recorded) })
      : reason;
  return [
    ...passed,
    ...(inPlace ? [{ kind: status, by: by.name, at, reason: told }] : []),
    ...(recorded && status !== "skipped"
      ? [{ kind: "recorded_afterwards" as const, by: by.name, at, reason: recordedWords(state, recorded) }]
      : []),
  ];
}

/** "done by Jun at 2026-01-01 02:03 UTC, out of order: the bridge was down". */
function recordedWords({ status }: Pick<StepState, "status">, { by, at, outOfOrder }: Recorded): string {
  const words: Verb = recordedVerbs[status] ?? "done by {who} at {time}";
  const done = t(words, { who: by, time: bothTimes(at, "minute") });
  return outOfOrder === undefined ? done : t("{done}, out of order: {reason}", { done, reason: outOfOrder });
}

type Recorded = NonNullable<StepState["recorded"]>;

type Verb = "done by {who} at {time}" | "tried by {who} at {time}" | "decided by {who} at {time}";

const recordedVerbs: Partial<Record<StepStatus, Verb>> = {
  failed: "tried by {who} at {time}",
  skipped: "decided by {who} at {time}",
};
