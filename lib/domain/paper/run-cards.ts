import { whoName } from "#lib/domain/actor-name.ts";
import type { Applicability } from "#lib/domain/condition.ts";
import { outline, positionTitle } from "#lib/domain/outline.ts";
import type { Card, CardLine, Tickable } from "#lib/domain/paper/checklist.ts";
import { commandLines, placesWords } from "#lib/domain/paper/run-commands.ts";
import {
  conditionLines,
  type First,
  gateLines,
  inputLines,
  paragraphs,
  ROOM,
  tagsOf,
  takesLines,
  words,
} from "#lib/domain/paper/step-lines.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { resultOf } from "#lib/domain/report/result-of.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import { assigneeOf, holdersOf } from "#lib/domain/run/assignee.ts";
import { deedOf, saidOf } from "#lib/domain/run/deed.ts";
import { type ShownState, shownState } from "#lib/domain/run/digest.ts";
import { agreedOn, gateOf } from "#lib/domain/run/gate.ts";
import { judgement, lineTermWords, termWords } from "#lib/domain/run/judgement.ts";
import { whoAt } from "#lib/domain/run/place-taken.ts";
import { isNewer } from "#lib/domain/run/ran.ts";
import { isOfWorker, isOver } from "#lib/domain/run/read-state.ts";
import { evidenceOf, whyOf } from "#lib/domain/run/retold.ts";
import { isSettled } from "#lib/domain/run/standing.ts";
import type { Attempt, Run, StepState } from "#lib/domain/run/state.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { linesLeftOpen, subStepApplicability } from "#lib/domain/run/sub-steps.ts";
import { type PlainSentence, row, t, tn } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/** The steps of a run as they stand, to be worked through with a pen. */

export type OfRun = { procedure: Procedure; run: Run };

export function runCard(of: OfRun, step: Step, state: StepState): Card {
  const { procedure, run } = of;
  const shown = shownState(run, step, state);
  const judged = judgement(procedure, run, step);
  const settled = isSettled(run, step, state);
  return {
    number: step.number,
    title: step.title,
    mark: marks[shown] ?? "",
    tags: tagsOf(step, run.mode === "drill" ? "drill" : "live"),
    note: noteOf(state, { shown, word: stepWord({ step, state, shown }), left: linesLeftOpen(run, step, state) }),
    caution: paragraphs(step.caution),
    lines: [
      ...words("Where", placesWords(run, step.roles)),
      ...words("Whose", assigneeWords(of, step, state)),
      ...conditionLines(procedure, step, {
        judged: judged
          ? t("{terms}, so {outcome}", {
              terms: termWords(judged),
              outcome: t(applicabilityWords[judged.applicability]),
            })
          : "",
        first: firstOf(of, step, state),
      }),
      ...decisionLines(of, step),
      ...gateStateLines(of, state),
      ...words("How", paragraphs(step.instructions)),
      ...(isOver(run.status) ? [] : inputLines(unsaid(step, state))),
      ...commandLines(run, step, state),
      ...outputLines(of, step, state),
      ...soFarLines(step, state),
      ...takesLines(step),
    ],
    subSteps: [
      ...step.subSteps.map((sub) => {
        const out = subStepApplicability(run, sub) === "not_applicable" && lineTermWords(procedure, run, sub);
        return tickable(state, { ...sub, out, at: sub.role ? placesWords(run, [sub.role]) : "" });
      }),
      ...state.added.map((sub) =>
        tickable(state, { ...sub, out: false, at: t("added by {who}", { who: sub.by.name }) }),
      ),
    ],
    open: !settled && !isOver(run.status),
  };
}

/** A sign each: on paper there is no colour. */
const marks: Partial<Record<ShownState, Tickable["mark"]>> = {
  completed: "✓",
  overridden: "H",
  skipped: "S",
  not_applicable: "–",
  failed: "!",
  timed_out: "!",
  interrupted: "!",
  canceled: "!",
  rejected: "!",
};

/** What the marks in the boxes mean. */
export const markWords = (): string =>
  t(
    "✓ completed, H overridden (done by hand or accepted), S skipped by a person, – not applicable, ! failed or stopped: a person decides, empty: still open",
  );

type Noted = { shown: ShownState; word: string; left: readonly string[] };

function noteOf(state: StepState, { shown, word, left }: Noted) {
  const { by, recorded, help } = state;
  if (shown === "not_applicable" || shown === "not_started") return word;
  const { who, at } = deedOf(state);
  const told = { state: word, who, at: bothTimes(at) };
  const lines =
    left.length > 0
      ? tn("Line {lines} was left open", "Lines {lines} were left open", left.length, { lines: row(left) })
      : "";
  const done = recorded
    ? t("{state}, RECORDED AFTERWARDS: by {who}, {at}; entered by {by}", { ...told, by: by.name })
    : isOfNobody(shown, state)
      ? t("{state}, {at}", { state: told.state, at: told.at })
      : t("{state}, {who}, {at}", told);
  const asked = help && t("HELP asked by {who}: {reason}", { who: help.by.name, reason: help.reason });
  return [whyOf(state), saidOf(state), evidenceOf(state), lines, asked]
    .filter((one) => one !== undefined && one !== "")
    .reduce<string>((told, one) => t("{told}. {next}", { told, next: one ?? "" }), done);
}

/** Whoever brought it so far was at another step, or only asked for the decision. */
const isOfNobody = (shown: ShownState, { gate }: StepState): boolean =>
  shown === "ready" || shown === "undecided" || (shown === "awaiting_approval" && gate?.askedBy === undefined);

type SubStepOf = {
  number: string;
  title: string /** By which answers it does not apply; false where it does. */;
  out: string | false;
  at: string;
};

function tickable({ ticks, status }: StepState, { number, title, out, at }: SubStepOf): Tickable {
  const tick = ticks[number];
  // What was done on paper is told as a whole: its lines are not open any more, and nobody ticked them.
  const passed = !tick && out === false && (status === "completed" || status === "overridden" || status === "skipped");
  const ticked = tick && t("ticked by {who}, {at}", { who: tick.by.name, at: bothTimes(tick.at) });
  const note = row(
    [
      at,
      out !== false ? t("not applicable, {because}", { because: out }) : passed ? t("not ticked") : "",
      ticked ?? "",
    ].filter((one) => one !== ""),
  );
  return { number, title, mark: tick ? "✓" : out !== false ? "–" : "", note };
}

/** What becomes of a step that comes after nothing. An answer that was given may lapse: only "Decided" tells of it. */
function firstOf({ run }: OfRun, step: Step, state: StepState): First {
  const { status, gate, attempts } = state;
  if (gateOf(run, step) && !gate?.opened)
    return isOver(run.status) || attempts.length > 0 || isSettled(run, step, state) ? "told" : "held";
  return run.status === "in_progress" && status === "ready" && !gate ? "free" : "told";
}

/** A decision that was suggested, and that whoever created the run left out, is told to be: the blank procedure has it. */
function decisionLines({ procedure, run }: OfRun, step: Step): CardLine[] {
  const gate = gateOf(run, step);
  if (gate || !step.gate) return gateLines(procedure, gate);
  return words("Decision", t("left out of this run"));
}

const applicabilityWords = {
  applicable: "applicable",
  not_applicable: "not applicable",
  undecided: "undecided",
} as const satisfies Record<Applicability, PlainSentence>;

function assigneeWords({ procedure, run }: OfRun, step: Step, state: StepState): string | undefined {
  const assignee = assigneeOf(step, state);
  if (!assignee) return undefined;
  if ("person" in assignee) return nameIn(run, assignee.person, "run.note");
  const [person, deputy] = holdersOf(run, assignee).map((who) => nameIn(run, who, "run.note"));
  const who = person === undefined ? t("nobody") : deputy ? t("{person}, deputy {deputy}", { person, deputy }) : person;
  return `${positionTitle(procedure, assignee.position)}: ${who}`;
}

function gateStateLines({ procedure }: OfRun, { gate }: StepState): CardLine[] {
  if (!gate) return [];
  const votes = gate.votes.map(
    ({ vote, position, by, reason }) =>
      `${position === undefined ? by.name : `${positionTitle(procedure, position)} (${by.name})`}: ${row([t(voteWords[vote]), reason ?? ""].filter((one) => one !== ""))}`,
  );
  const { opened } = gate;
  return words("Decided", row([...votes, ...(opened ? [openedWords(opened)] : [])], "; "));
}

function openedWords(opened: NonNullable<NonNullable<StepState["gate"]>["opened"]>): string {
  const said = { who: opened.by.name, at: bothTimes(opened.at) };
  const how = opened.broken ? t("GLASS BROKEN by {who}, {at}", said) : t("let it start: {who}, {at}", said);
  return opened.reason ? `${how}: ${opened.reason}` : how;
}

const voteWords = {
  approve: "approve",
  reject: "reject",
  go: "go",
  no_go: "no go",
} as const satisfies Record<string, PlainSentence>;

function outputLines({ procedure, run }: OfRun, { uses, outputs: gives = [] }: Step, state: StepState): CardLine[] {
  const given = (name: string) => run.outputs[name]?.value ?? (isOver(run.status) ? t("none") : ROOM);
  const all = outline(procedure).steps.flatMap((step) => step.outputs ?? []);
  const used = all.filter(({ name }) => uses?.includes(name));
  return [
    ...words(
      "Uses",
      row(
        used.map(({ name, label }) => {
          const value = `${label}: ${given(name)}`;
          return isNewer(run, state, name) ? t("{value}, given after this was begun", { value }) : value;
        }),
        "; ",
      ),
    ),
    ...words(
      "Gives",
      row(
        gives.map(({ name, label }) => `${label}: ${given(name)}`),
        "; ",
      ),
    ),
  ];
}

function soFarLines({ roles }: Step, { attempts, attached }: StepState): CardLine[] {
  return [
    ...attempts.map((attempt) => ({
      label: t("Attempt {number}", { number: attempt.number }),
      words: attemptWords(attempt, roles.length > 1 ? attempt.site : undefined),
    })),
    ...words(
      "Evidence",
      row(
        attached.map(({ name }) => name),
        "; ",
      ),
    ),
  ];
}

function attemptWords(attempt: Attempt, site: string | undefined): string {
  const { why } = attempt;
  const words = attemptEnd(attempt, site);
  return why === undefined ? words : t("{told}; why: {reason}", { told: words, reason: why });
}

function attemptEnd(attempt: Attempt, site: string | undefined): string {
  const { conduct, by, at, ended } = attempt;
  const begun = { conduct: whoAt(t(conductWords[conduct]), site), who: whoName(by), at: bothTimes(at) };
  if (!ended) return t("{conduct}, started by {who}, {at}; NOT OVER", begun);
  const over = { ...begun, end: bothTimes(ended.at) };
  if (ended.result)
    return t("{conduct}, started by {who}, {at}; over: {result}, {end}", { ...over, result: resultOf(attempt) });
  // When a command is given up, nobody knows when it ended, or it never began.
  return isOfWorker(attempt)
    ? t("{conduct}, started by {who}, {at}; {result}", { ...begun, result: resultOf(attempt) })
    : t("{conduct}, started by {who}, {at}; ended {end}", over);
}

const conductWords = {
  command: "by command",
  hand: "by hand",
  simulated: "SIMULATED",
  verification: "checked by a worker",
} as const;

/** What was asked for has its values; secrets are said at the start. */
const unsaid = (step: Step, state: StepState): Pick<Step, "inputs"> =>
  agreedOn(state) ? { inputs: step.inputs?.filter(({ type }) => type === "secret") } : step;
