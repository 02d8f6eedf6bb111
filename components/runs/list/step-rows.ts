import { ownSteps } from "#components/runs/list/active-steps.ts";
import type { ViewState } from "#components/runs/view-state.ts";
import { fold } from "#lib/client/fold.ts";
import { estimateWords } from "#lib/client/run/forecast-words.ts";
import { ownerWords } from "#lib/client/run/people-words.ts";
import type { RunFilter } from "#lib/client/run/run-filter.ts";
import { placesWords, siteName } from "#lib/client/run/run-places.ts";
import type { Person } from "#lib/domain/actor.ts";
import { estimateOf, type PastDurations } from "#lib/domain/forecast.ts";
import type { DrillConduct, Phase, Procedure, Step } from "#lib/domain/procedure.ts";
import { type Digest, isTriedAgain, type ShownState, shownState } from "#lib/domain/run/digest.ts";
import { type Judgement, judgement } from "#lib/domain/run/judgement.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { linesLeftOpen } from "#lib/domain/run/sub-steps.ts";
import { row as rowWords, t } from "#lib/words/t.ts";

/** A step beside its state, as the list shows it. */
export type StepRow = {
  step: Step;
  state: StepState;
  shown: ShownState;
  phase: number;
  /** Which answers decided that it applies or not. */
  judged: Judgement | null;
  inDrill: DrillConduct | null;
  /** Of a step that nobody has begun: whose it is and how long it takes, as far as that is known. */
  ahead: string | null;
  /** Of the run. */
  endedAt: string | null;
  isTriedAgain: boolean;
  /** Of a completed step: the lines that nobody ticked. */
  leftOpen: readonly string[];
};

export function stepRows(procedure: Procedure, run: Run, past: PastDurations): StepRow[] {
  const states = new Map(run.steps.map((state) => [state.number, state]));
  return procedure.phases.flatMap(({ steps }, phase) =>
    steps.flatMap((step) => {
      const state = states.get(step.number);
      return state ? [rowOf(procedure, run, { step, state, phase, past })] : [];
    }),
  );
}

/** What an event does not concern keeps its row. */
type Known = Pick<Run, "facts" | "people" | "positions" | "status"> & { step: Step; past: PastDurations; row: StepRow };
const known = new WeakMap<StepState, Known>();

type Place = Pick<StepRow, "step" | "state" | "phase"> & { past: PastDurations };

function rowOf(procedure: Procedure, run: Run, { step, state, phase, past }: Place) {
  const { facts, people, positions, status, endedAt } = run;
  const before = known.get(state);
  const samePeople = before?.people === people && before.positions === positions;
  const sameRun = samePeople && before.facts === facts && before.status === status;
  if (sameRun && before.step === step && before.past === past) return before.row;
  const judged = judgement(procedure, run, step);
  const inDrill = run.mode === "drill" ? step.inDrill : null;
  const shown = shownState(run, step, state);
  const ahead = notBegun.has(shown) ? aheadWords(procedure, run, { step, state, past }) : null;
  const more = { isTriedAgain: isTriedAgain(run, state), leftOpen: linesLeftOpen(run, step, state) };
  const row = { step, state, phase, shown, judged, inDrill, ahead, endedAt, ...more };
  known.set(state, { step, facts, people, positions, status, past, row });
  return row;
}

const notBegun: ReadonlySet<ShownState> = new Set(["not_started", "ready", "awaiting_approval"]);

/** "Emi Sasaki, about 9 min, median of 3 drills". */
function aheadWords(procedure: Procedure, run: Run, { step, state, past }: Omit<Place, "phase">): string | null {
  const owner = ownerWords(procedure, run, { step, state });
  const estimate = estimateOf(step, past);
  return rowWords([...(owner === null ? [] : [owner]), ...(estimate ? [estimateWords(estimate)] : [])]) || null;
}

/** The step with which the way back ends or, where the procedure names none, the first that cannot be undone. */
export function firstFinalOf(rows: readonly StepRow[]): StepRow | undefined {
  const acting = rows.filter(({ inDrill }) => inDrill === null || inDrill === "run");
  return acting.find(({ step }) => step.pointOfNoReturn) ?? acting.find(({ step }) => step.irreversible);
}

const problems: ReadonlySet<ShownState> = new Set(["failed", "timed_out", "interrupted", "rejected", "canceled"]);

export const isProblem = (shown: ShownState): boolean => problems.has(shown);

/** Whether a step is, or may be, done at the site with this name. */
export const isAt = (run: Run, step: Step, site: string): boolean =>
  step.roles.some((role) => siteName(run, role) === site);

type Seen = { filter: RunFilter; digest: Digest; run: Run; person: Person };

/** The steps that the filter lets through. */
export function passing(rows: readonly StepRow[], { filter, digest, run, person }: Seen): Set<StepRow> {
  const { site, role } = filter;
  const among = amongOf(rows, { filter, digest, run, person });
  const text = fold(filter.text.trim());
  return new Set(
    rows.filter(
      (row) =>
        (!site || isAt(run, row.step, site)) &&
        (!role || row.step.roles.includes(role)) &&
        among(row) &&
        (text === "" || fold(textOf(row, run, text)).includes(text)),
    ),
  );
}

/** A bare number means a step: the lines of all others have one, too. */
function textOf({ step, state }: StepRow, run: Run, typed: string): string {
  const lines = [...step.subSteps, ...state.added].flatMap(({ number, title }) => [
    ...(typed.includes(".") ? [t("step {step}", { step: number })] : []),
    title,
  ]);
  const words = [t("step {step}", { step: step.number }), step.title, step.remarks ?? "", placesWords(run, step)];
  return [...words, ...lines].join(" ");
}

function amongOf(rows: readonly StepRow[], { filter: { only }, digest, run, person }: Seen): (row: StepRow) => boolean {
  switch (only) {
    case "all":
      return () => true;
    case "mine": {
      const own = ownSteps(rows, digest, run, person);
      return (row) => own.has(row);
    }
    case "person": {
      const waiting = new Set(digest.waiting.map(({ step }) => step));
      return ({ step }) => waiting.has(step.number);
    }
    case "problems":
      return ({ shown }) => isProblem(shown);
    default:
      return ({ shown }) => shown === only;
  }
}

const READY_OPEN = 3;

/** What stands open without anybody opening it: what goes on, what is in trouble, what waits for an answer. */
export function openByThemselves(rows: readonly StepRow[], run: Run, { waiting }: Digest): Set<string> {
  if (run.status === "draft" || isOver(run.status)) return new Set();
  const waits = new Set(waiting.map(({ step }) => step));
  const ready = rows.filter(({ shown }) => shown === "ready").slice(0, READY_OPEN);
  const busy = rows.filter(
    ({ step, state, shown }) =>
      shown === "in_progress" ||
      shown === "canceling" ||
      state.retryAt !== undefined ||
      (waits.has(step.number) && shown !== "ready"),
  );
  return new Set([...ready, ...busy].map(({ step }) => step.number));
}

export function isOpen(row: StepRow, { cards }: ViewState, byThemselves: ReadonlySet<string>): boolean {
  const byHand = cards.get(row.step.number);
  return byHand?.shown === row.shown ? byHand.open : byThemselves.has(row.step.number);
}

const closed: ReadonlySet<ShownState> = new Set(["completed", "overridden", "skipped", "not_applicable"]);

/** Nothing of the phase is left to be done: it can fold to one line. */
export const isClosed = (shown: ShownState): boolean => closed.has(shown);

/** "steps 5 to 11", "steps 12 and 13", "step 1". */
export function numbersOf({ steps }: Phase): string {
  const [first, last] = [steps[0]?.number ?? "", steps.at(-1)?.number ?? ""];
  if (steps.length === 1) return t("step {step}", { step: first });
  return steps.length === 2
    ? t("steps {first} and {last}", { first, last })
    : t("steps {first} to {last}", { first, last });
}
