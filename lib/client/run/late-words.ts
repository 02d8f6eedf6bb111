import type { Answer } from "#lib/domain/condition.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { laterStarted } from "#lib/domain/run/decide/decide-step.ts";
import { lateBy, wentAhead } from "#lib/domain/run/late.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { linesLeftOpen } from "#lib/domain/run/sub-steps.ts";
import { joined, row, t, tn } from "#lib/words/t.ts";

/** What an answer comes too late for, told before it is sent: a sentence or two for each step. */
export const lateWords = (procedure: Procedure, run: Run, answered: { fact: string; answer: Answer }): string[] =>
  lateBy(procedure, run, answered).flatMap(({ step: { number: step }, steps, lines }) => [
    ...(steps.length > 0
      ? [
          tn(
            "Step {step} will apply, and step {steps}, which comes after it, was begun already: the report will tell that as out of order.",
            "Step {step} will apply, and steps {steps}, which come after it, were begun already: the report will tell that as out of order.",
            steps.length,
            { step, steps: row(steps) },
          ),
        ]
      : []),
    ...(lines.length > 0
      ? [
          joined(
            tn(
              "Line {lines} will be open, and step {step} is completed already.",
              "Lines {lines} will be open, and step {step} is completed already.",
              lines.length,
              { step, lines: row(lines) },
            ),
            whatToDo(procedure, run, step),
          ),
        ]
      : []),
  ]);

/** The same at the card of a step, as long as that is so: what went ahead of it, and which lines nobody ticked. */
export function lateAt(procedure: Procedure, run: Run, { step, state }: { step: Step; state: StepState }): string[] {
  const { number } = step;
  const steps = wentAhead(procedure, run)(number);
  const lines = linesLeftOpen(run, step, state);
  const open = tn("Line {lines} was left open.", "Lines {lines} were left open.", lines.length, { lines: row(lines) });
  return [
    ...(steps.length > 0
      ? [
          tn(
            "Out of order: step {steps}, which comes after it, was begun before it was done.",
            "Out of order: steps {steps}, which come after it, were begun before it was done.",
            steps.length,
            { steps: row(steps) },
          ),
        ]
      : []),
    ...(lines.length > 0 ? [joined(open, !isOver(run.status) && whatToDo(procedure, run, number))] : []),
  ];
}

function whatToDo(procedure: Procedure, run: Run, step: string): string {
  const later = laterStarted(procedure, run, step);
  return later
    ? t("It cannot be reopened, because step {later} has started: say in a note what became of them.", {
        later: later.number,
      })
    : t("Reopen step {step} to do them.", { step });
}
