import { enteredBy, whoName } from "#lib/domain/actor-name.ts";
import type { Answer, Condition } from "#lib/domain/condition.ts";
import { factLabel, outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { deedOf } from "#lib/domain/run/deed.ts";
import { lastTry } from "#lib/domain/run/read-state.ts";
import { isSettled, pairs, standing } from "#lib/domain/run/standing.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { linesLeftOpen } from "#lib/domain/run/sub-steps.ts";
import { row, t, tn } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/**
 * What an answer that is corrected late leaves otherwise than as written: a step that is done after one that comes after it,
 * and a line of a step that was completed without it.
 */
export type Late = {
  kind: "out_of_order" | "lines_open";
  step: string;
  by: string;
  at: string;
  reason: string;
};

export function late(procedure: Procedure, run: Run): Late[] {
  const ahead = wentAhead(procedure, run);
  return pairs(procedure, run).flatMap(({ step, state }): Late[] => {
    const said = { step: step.number, ...doneBy(state) };
    const before = isDone(state) ? ahead(step.number) : [];
    const open = linesLeftOpen(run, step, state);
    return [
      ...(before.length > 0
        ? [{ ...said, kind: "out_of_order" as const, reason: because(procedure, run, beforeWords(before), [step]) }]
        : []),
      ...(open.length > 0
        ? [{ ...said, kind: "lines_open" as const, reason: linesWords(procedure, run, step, open) }]
        : []),
    ];
  });
}

const doneBy = (state: StepState) => {
  const { who, at } = deedOf(state);
  return { at, by: state.recorded ? enteredBy(who, whoName(state.by)) : who };
};

const isDone = ({ status }: StepState): boolean => status === "completed" || status === "overridden";

/**
 * Of a step that is done, or is still to be: those that come after it and were begun before it was done. Steps that are stepped
 * over pass on what they wait for. What was entered as out of order said so itself.
 */
export function wentAhead(procedure: Procedure, run: Run): (number: string) => string[] {
  // Nothing else lets a step apply when what comes after it has begun.
  if (run.answers.length === 0) return () => [];
  const all = new Map(pairs(procedure, run).map((pair) => [pair.step.number, pair]));
  const after = Map.groupBy(
    [...outline(procedure).predecessors].flatMap(([later, before]) => before.map((one) => ({ one, later }))),
    ({ one }) => one,
  );
  return (number) => {
    const own = all.get(number);
    if (!own || isSteppedOver(run, own)) return [];
    const doneAt = isDone(own.state) ? deedOf(own.state).at : null;
    const next = new Set(after.get(number)?.map(({ later }) => later));
    const found: string[] = [];
    // A set that grows while it is read: what is added is still visited, once.
    for (const later of next) {
      const pair = all.get(later);
      if (!pair) continue;
      if (isSteppedOver(run, pair)) for (const { later: further } of after.get(later) ?? []) next.add(further);
      const begun = begunAt(pair.state);
      const early = begun !== undefined && (doneAt === null || begun < doneAt);
      if (early && pair.state.recorded?.outOfOrder === undefined) found.push(later);
    }
    return run.steps.flatMap((state) => (found.includes(state.number) ? [state.number] : []));
  };
}

const isSteppedOver = (run: Run, { step, state }: { step: Step; state: StepState }): boolean =>
  !isDone(state) && isSettled(run, step, state);

/** When the try began that brought it so far; undefined where nobody has begun it. */
function begunAt({ status, since: settledAt, recorded, attempts }: StepState): string | undefined {
  if (status === "skipped") return undefined;
  if (recorded) return recorded.at;
  const since = attempts.slice(attempts.findLastIndex(({ undone }) => undone) + 1);
  const did = lastTry({ attempts: since });
  return did?.at ?? (status === "completed" || status === "overridden" ? settledAt : undefined);
}

const beforeWords = (steps: readonly string[]): string =>
  tn(
    "Step {steps}, which comes after it, was begun before it was done",
    "Steps {steps}, which come after it, were begun before it was done",
    steps.length,
    { steps: row(steps) },
  );

function linesWords(procedure: Procedure, run: Run, step: Step, open: readonly string[]): string {
  const words = tn("Line {lines} was left open", "Lines {lines} were left open", open.length, { lines: row(open) });
  return because(
    procedure,
    run,
    words,
    step.subSteps.filter(({ number }) => open.includes(number)),
  );
}

type Conditional = { condition?: Condition | undefined };

/** With the answer by which it came to apply: the last that was given to what it asks. */
function because(procedure: Procedure, run: Run, what: string, of: readonly Conditional[]): string {
  const facts = new Set(of.flatMap(({ condition }) => condition?.all.map(({ fact }) => fact) ?? []));
  const last = run.answers.findLast(({ fact }) => facts.has(fact));
  if (!last) return what;
  const answer: Answer = run.facts[last.fact] ?? "unknown";
  return t("{what}: “{fact}” was answered {answer} at {time}", {
    what,
    fact: factLabel(procedure, last.fact),
    answer: t(answer),
    time: bothTimes(last.at),
  });
}

/** What is late by such an answer and was not before: steps that come to apply too late, and lines that come open. */
export function lateBy(procedure: Procedure, run: Run, { fact, answer }: { fact: string; answer: Answer }) {
  const { facts, answers } = run;
  const supposed: Run = {
    ...run,
    facts: { ...facts, [fact]: answer },
    answers: [...answers, { fact, before: facts[fact] ?? "unknown", at: "", by: run.commander }],
  };
  const ahead = wentAhead(procedure, supposed);
  return pairs(procedure, supposed).flatMap(({ step, state }) => {
    const comes =
      standing(run, step).applicability !== "applicable" &&
      standing(supposed, step).applicability === "applicable" &&
      !isSettled(supposed, step, state);
    const steps = comes ? ahead(step.number) : [];
    const before = linesLeftOpen(run, step, state);
    const lines = linesLeftOpen(supposed, step, state).filter((line) => !before.includes(line));
    return steps.length > 0 || lines.length > 0 ? [{ step, state, steps, lines }] : [];
  });
}
