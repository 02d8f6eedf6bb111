import type { Gate } from "#lib/domain/gate.ts";
import { outline, positionTitle } from "#lib/domain/outline.ts";
import type { CardLine } from "#lib/domain/paper/checklist.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { decidersWords } from "#lib/domain/run/rejection/gate-rejection.ts";
import { conditionWords } from "#lib/domain/written-step.ts";
import { type PlainSentence, row, t } from "#lib/words/t.ts";

/** What is written about a step, whatever run it is part of. */

const kindWords = {
  manual: "by hand",
  automated: "automated",
  approval: "approval",
  hold_point: "hold point",
} as const satisfies Record<Step["kind"], PlainSentence>;

export function tagsOf(step: Step, mode: "live" | "drill" | null): string[] {
  return [
    t(kindWords[step.kind]),
    ...(step.irreversible ? [t("CANNOT BE UNDONE")] : []),
    ...(step.pointOfNoReturn ? [t("POINT OF NO RETURN")] : []),
    ...(step.cleanUp ? [t("clean-up, in drills only")] : []),
    ...(mode === "live" ? [] : [t(drillWords[step.inDrill])]),
  ];
}

const drillWords = {
  run: "in a drill: acts for real",
  simulate: "in a drill: simulated",
  skip: "left out of drills",
} as const satisfies Record<Step["inDrill"], PlainSentence>;

export const words = (label: PlainSentence, text: string | undefined | null): CardLine[] =>
  text === undefined || text === null || text === "" ? [] : [{ label: t(label), words: text }];

/** What becomes of a step that comes after nothing: it may begin, its decision holds it, or other lines tell of it. */
export type First = "free" | "held" | "told";

const firstWords = {
  free: "nothing: it may begin at once",
  held: "nothing, but the decision below holds it",
  told: "no other step",
} as const satisfies Record<First, PlainSentence>;

/** Why and when it is done: remarks, condition, order. */
export function conditionLines(
  procedure: Procedure,
  step: Step,
  { judged = "", first }: { judged?: string; first: First },
): CardLine[] {
  const condition = conditionWords(procedure, step.condition);
  const before = outline(procedure).predecessors.get(step.number) ?? [];
  return [
    ...words("Remarks", step.remarks),
    ...words("Condition", condition === null ? judged : performedWhen(condition, judged)),
    ...words("Comes after", before.length > 0 ? stepsWords(before) : t(firstWords[first])),
  ];
}

const stepsWords = (numbers: readonly string[]): string =>
  numbers.length > 1 ? t("steps {steps}", { steps: row(numbers) }) : t("step {steps}", { steps: row(numbers) });

const performedWhen = (condition: string, judged: string): string =>
  judged === ""
    ? t("Performed when {condition}", { condition })
    : t("Performed when {condition}. {judged}", { condition, judged });

export const gateLines = (procedure: Procedure, gate: Gate | undefined): CardLine[] =>
  gate ? words("Decision", gateWords(procedure, gate)) : [];

function gateWords(procedure: Procedure, gate: Gate): string {
  const title = (position: string) => positionTitle(procedure, position);
  switch (gate.kind) {
    case "approval":
      return gate.quorum > 1
        ? t("Approval by {who}, {count} of them", { who: decidersWords(gate.by, title), count: gate.quorum })
        : t("Approval by {who}", { who: decidersWords(gate.by, title) });
    case "hold":
      return t("Held until {who} releases it", { who: gate.by ? decidersWords(gate.by, title) : t("the commander") });
    case "poll":
      return gate.of.length > 0
        ? t("Go or no-go of {who}; the commander decides", { who: row(gate.of.map(title)) })
        : t("Go or no-go of {who}", { who: t("the commander") });
  }
}

/** Room for a value. */
export const ROOM = "_".repeat(24);

/** A line that goes on in the next is one; paragraphs and lists keep their own. Code keeps its marks. */
export const paragraphs = (text: string | undefined): string | undefined =>
  text?.trim().replace(/([^\n])\n(?!\s*(?:\n|[-*+] |\d+[.)] |```| {4}))/g, "$1 ");

/** What is asked for the step's command. Secrets have no place on paper. */
export const inputLines = ({ inputs = [] }: Pick<Step, "inputs">): CardLine[] =>
  words(
    "Asks for",
    row(
      inputs.map(({ label, type }) =>
        type === "secret" ? t("{field} (secret, never written down)", { field: label }) : `${label}: ${ROOM}`,
      ),
      "; ",
    ),
  );

export const takesLines = ({ expectedSeconds }: Step): CardLine[] =>
  words(
    "Takes",
    expectedSeconds === undefined ? undefined : t("about {duration}", { duration: duration(expectedSeconds) }),
  );
