import { missingWords, resolve, type Scope } from "#lib/domain/action.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import type { Card, CardLine, Tickable } from "#lib/domain/paper/checklist.ts";
import { bothTimes, instant } from "#lib/domain/paper/instants.ts";
import {
  basisLines,
  conditionLines,
  gateLines,
  inputLines,
  paragraphs,
  tagsOf,
  words,
} from "#lib/domain/paper/step-lines.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { resultOf } from "#lib/domain/report/commands.ts";
import { assigneeOf, holdersOf } from "#lib/domain/run/assignee.ts";
import { type ShownState, shownState } from "#lib/domain/run/digest.ts";
import { gateOf } from "#lib/domain/run/gate.ts";
import { judgement, termWords } from "#lib/domain/run/judgement.ts";
import { isSettled, subStepApplicability } from "#lib/domain/run/standing.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { expectedLines, variableLines, workLines } from "#lib/domain/work-words.ts";

/** The steps of a run as they stand, to be worked through with a pen. */

export type OfRun = { procedure: Procedure; run: Run; zone: string | undefined };

export function runCard(of: OfRun, step: Step, state: StepState): Card {
  const { procedure, run } = of;
  const shown = shownState(run, step, state);
  const judged = judgement(procedure, run, step);
  const settled = isSettled(run, step, state);
  return {
    number: step.number,
    title: step.title,
    mark: markOf(shown),
    tags: tagsOf(step, run.mode === "drill" ? "drill" : "live"),
    note: noteOf(of, state, { shown, word: stateWord(shown, step.kind) }),
    caution: paragraphs(step.caution),
    lines: [
      ...words("Where", step.roles.map((role) => placeWords(run, role)).join(", or ")),
      ...words("Whose", assigneeWords(of, step, state)),
      ...conditionLines(
        procedure,
        step,
        judged ? `${termWords(judged)}, so ${judged.applicability.replace("_", " ")}` : "",
      ),
      ...gateLines(procedure, gateOf(run, step)),
      ...gateStateLines(of, state),
      ...words("How", paragraphs(step.instructions)),
      ...inputLines(step),
      ...commandLines(of, step, state),
      ...outputLines(run, step),
      ...soFarLines(state),
      ...basisLines(step),
    ],
    subSteps: [
      ...step.subSteps.map((sub) => {
        const out = subStepApplicability(run, sub) === "not_applicable";
        return tickable(state, { ...sub, out, at: sub.role ? placeWords(run, sub.role) : "" });
      }),
      ...state.added.map((sub) => tickable(state, { ...sub, out: false, at: `added by ${sub.by.name}` })),
    ],
    open: !settled,
  };
}

function markOf(shown: ShownState): Tickable["mark"] {
  if (shown === "completed" || shown === "overridden") return "X";
  return shown === "skipped" || shown === "not_applicable" ? "–" : "";
}

function noteOf({ zone }: OfRun, state: StepState, { shown, word }: { shown: ShownState; word: string }) {
  const { since, by, reason, note, evidence, recorded, help } = state;
  if (shown === "not_applicable" || shown === "not_started") return word;
  const done = recorded
    ? `, RECORDED AFTERWARDS: by ${recorded.by}, ${bothTimes(recorded.at, zone)}; entered by ${by.name}`
    : `, ${by.name}, ${bothTimes(since, zone)}`;
  const said = [reason, note, evidence, help && `HELP asked by ${help.by.name}: ${help.reason}`].filter(Boolean);
  return `${word}${done}${said.length > 0 ? `. ${said.join(". ")}` : ""}`;
}

type SubStepOf = { number: string; title: string; out: boolean; at: string };

function tickable({ ticks }: StepState, { number, title, out, at }: SubStepOf): Tickable {
  const tick = ticks[number];
  const ticked = tick && `ticked by ${tick.by.name}, ${instant(tick.at)}`;
  const note = [at, out ? "not applicable" : "", ticked].filter(Boolean).join(", ");
  return { number, title, mark: tick ? "X" : out ? "–" : "", note };
}

/** "Tokyo (practice), source". */
export function placeWords(run: Pick<Run, "sites">, role: string): string {
  const site = run.sites[role];
  const practice = site?.practice && !/practice/i.test(site.name) ? " (practice)" : "";
  return `${site ? site.name : "no site"}${practice}, ${role.replaceAll("_", " ")}`;
}

function assigneeWords({ procedure, run }: OfRun, step: Step, state: StepState): string | undefined {
  const assignee = assigneeOf(step, state);
  if (!assignee) return undefined;
  if ("person" in assignee) return assignee.person.name;
  const holders = holdersOf(run, assignee).map(({ name }) => name);
  return `${positionTitle(procedure, assignee.position)}: ${holders.join(", deputy ") || "nobody"}`;
}

function gateStateLines({ procedure, zone }: OfRun, { gate }: StepState): CardLine[] {
  if (!gate) return [];
  const votes = gate.votes.map(
    ({ vote, position, by, reason }) =>
      `${position === undefined ? by.name : `${positionTitle(procedure, position)} (${by.name})`}: ${vote.replace("_", " ")}${reason === undefined ? "" : `, ${reason}`}`,
  );
  const { opened } = gate;
  const how = opened?.broken ? "GLASS BROKEN by" : "let it start:";
  return words(
    "Decided",
    [
      ...votes,
      ...(opened
        ? [`${how} ${opened.by.name}, ${bothTimes(opened.at, zone)}${opened.reason ? `: ${opened.reason}` : ""}`]
        : []),
    ].join("; "),
  );
}

/** Exactly what would be run, at each place it may be done. What is said at the press, or given by a step, has its name. */
function commandLines({ run }: OfRun, step: Step, state: StepState): CardLine[] {
  const confirmed = step.expected && "confirm" in step.expected ? expectedLines(step.expected, undefined) : [];
  if (!step.action) return confirmed;
  const inputs = Object.fromEntries((step.inputs ?? []).map(({ name }) => [name, `[${name}]`]));
  const scope = withNames(run, step);
  return step.roles.flatMap((role) => {
    const found = resolve(step, scope, { role, attempt: state.attempts.length + 1, inputs });
    const at: CardLine = { label: "Runs at", words: placeWords(run, role) };
    if (!found.ok) return [{ ...at, words: `${at.words}: by hand only, ${missingWords(found.missing)}` }, ...confirmed];
    const { variables } = found.assignment;
    return [
      at,
      ...workLines(found.assignment),
      ...variableLines(variables),
      ...expectedLines(step.expected, found.assignment),
    ];
  });
}

/** What no step has given yet stands by its name. */
function withNames(run: Run, step: Step): Scope {
  const text = JSON.stringify([step.action, step.expected]);
  const asked = [...text.matchAll(/"output":"([^"]+)"/g)].map(([, name = ""]) => name);
  const named = asked.map((value) => [value, { value: `[${value}]`, by: run.commander, at: run.createdAt }]);
  return { ...run, outputs: { ...Object.fromEntries(named), ...run.outputs } };
}

function outputLines({ outputs }: Run, { uses = [], outputs: gives = [] }: Step): CardLine[] {
  return [
    ...words("Uses", uses.map((name) => `${name}: ${outputs[name]?.value ?? "not given yet"}`).join("; ")),
    ...words("Gives", gives.map(({ name, label }) => `${label}: ${outputs[name]?.value ?? "________"}`).join("; ")),
  ];
}

function soFarLines({ attempts, attached }: StepState): CardLine[] {
  return [
    ...attempts.flatMap((attempt) =>
      words(
        `Attempt ${attempt.number}`,
        `${conductWords[attempt.conduct]}, begun by ${attempt.by.name}, ${instant(attempt.at)}${
          attempt.ended
            ? `; over${attempt.ended.result ? `: ${resultOf(attempt)}` : ""}, ${instant(attempt.ended.at)}`
            : "; NOT OVER"
        }`,
      ),
    ),
    ...words("Evidence", attached.map(({ name }) => name).join("; ")),
  ];
}

const conductWords = {
  command: "by command",
  hand: "by hand",
  simulated: "SIMULATED",
  verification: "looked at by a worker",
} as const;
