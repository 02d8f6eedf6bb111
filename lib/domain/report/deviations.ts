import { bareName, enteredBy } from "#lib/domain/actor-name.ts";
import { factLabel, outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { late } from "#lib/domain/run/late.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { retold } from "#lib/domain/run/retold-event.ts";
import { pairs, standing } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { row, t } from "#lib/words/t.ts";

/** Where a run was not what its procedure says, and where the procedure itself left something out. */
export type Deviation = { kind: DeviationKind; step?: string; at: string; by: string; why: string };

/** The kinds of what an answer came too late for, once a run is over: before, it may still be put right. */
export const lateKinds = (procedure: Procedure, run: Run): DeviationKind[] =>
  isOver(run.status) ? late(procedure, run).map(({ kind }) => kind) : [];

/** What people did otherwise than the procedure says, in these events: each kind once. */
export const deviationsIn = (events: readonly LoggedEvent[]): DeviationKind[] => [
  ...new Set(events.flatMap(ofEvent).map(({ kind }) => kind)),
];

/**
 * Every deviation in the order in which they happened, then what an answer came too late for, then what did not apply, with its
 * reason.
 */
export function deviations(procedure: Procedure, run: Run, events: readonly LoggedEvent[]): Deviation[] {
  const done = events.flatMap((logged) => ofEvent({ ...logged, event: retold(logged, procedure) }));
  const tooLate = late(procedure, run).map(({ reason: why, ...one }) => ({ ...one, why }));
  return [...done, ...tooLate, ...notApplicable(procedure, run)];
}

const evidenceWords = ({ reason, evidence }: { reason: string; evidence: string }): string =>
  t("{reason}. Evidence: {evidence}", { reason, evidence });

function ofEvent({ at, happenedAt, actor, event }: LoggedEvent): Deviation[] {
  const said = { at: happenedAt ?? at, by: bareName(actor) };
  switch (event.type) {
    case "step.skipped":
      return [
        {
          ...said,
          kind: "skipped",
          step: event.step,
          why: event.reason,
          ...(event.by !== undefined && { by: enteredBy(event.by, said.by) }),
        },
      ];
    case "step.overridden":
      return [{ ...said, kind: "overridden", step: event.step, why: evidenceWords(event) }];
    case "step.reopened":
      return [{ ...said, kind: "reopened", step: event.step, why: event.reason }];
    case "step.recorded": {
      const recorded = { ...said, step: event.step, by: enteredBy(event.by, said.by) };
      return [
        {
          ...recorded,
          kind: "recorded_afterwards",
          why: event.failed ? t("It failed: {note}", { note: event.note }) : event.note,
        },
        ...(event.outOfOrder === undefined
          ? []
          : [{ ...recorded, kind: "out_of_order" as const, why: event.outOfOrder }]),
      ];
    }
    case "gate.broken":
      return [{ ...said, kind: "break_glass", step: event.step, why: event.reason }];
    case "run.started":
      return event.override
        ? [{ ...said, kind: "started_over", why: `${row(event.override.over)}: ${event.override.reason}` }]
        : [];
    case "command.taken":
      return [
        {
          ...said,
          kind: "command_taken",
          why: t("from {name}: {reason}", { name: event.from.name, reason: event.reason }),
        },
      ];
    case "step.started":
      return event.attempt > 1 && event.reason !== undefined
        ? [{ ...said, kind: "run_again", step: event.step, why: event.reason }]
        : [];
    default:
      return [];
  }
}

function notApplicable(procedure: Procedure, run: Run): Deviation[] {
  const { byNumber } = outline(procedure);
  return pairs(procedure, run).flatMap(({ step, state }): Deviation[] => {
    if (shownState(run, step, state) !== "not_applicable") return [];
    const { because, leftOutOfDrills, onlyInDrills } = standing(run, byNumber.get(step.number) ?? step);
    const facts = row(because.map(({ fact }) => `${factLabel(procedure, fact)}: ${t(run.facts[fact] ?? "unknown")}`));
    const why = leftOutOfDrills ? t("left out of drills") : onlyInDrills ? t("only in drills") : facts;
    return [{ kind: "not_applicable", step: step.number, at: state.since, by: t("the procedure"), why }];
  });
}
