import type { Gate } from "#lib/domain/gate.ts";
import { outline, positionTitle } from "#lib/domain/outline.ts";
import type { CardLine } from "#lib/domain/paper/checklist.ts";
import { duration } from "#lib/domain/paper/instants.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { decidersWords } from "#lib/domain/run/gate-rejection.ts";
import { conditionWords } from "#lib/domain/written-step.ts";

/** What is written about a step, whatever run it is part of. */

export const kindWords: Record<Step["kind"], string> = {
  manual: "by hand",
  automated: "automated",
  approval: "approval",
  hold_point: "hold point",
};

export function tagsOf(step: Step, mode: "live" | "drill" | null): string[] {
  return [
    kindWords[step.kind],
    ...(step.irreversible ? ["CANNOT BE UNDONE"] : []),
    ...(step.pointOfNoReturn ? ["POINT OF NO RETURN"] : []),
    ...(step.cleanUp ? ["clean-up, in drills only"] : []),
    ...(mode === "live" ? [] : [drillWords[step.inDrill]]),
  ];
}

const drillWords: Record<Step["inDrill"], string> = {
  run: "in a drill: acts for real",
  simulate: "in a drill: simulated",
  skip: "left out of drills",
};

export const words = (label: string, text: string | undefined | null): CardLine[] =>
  text === undefined || text === null || text === "" ? [] : [{ label, words: text }];

/** Why and when it is done: remarks, condition, order. */
export function conditionLines(procedure: Procedure, step: Step, judged = ""): CardLine[] {
  const condition = conditionWords(procedure, step.condition);
  const before = outline(procedure).predecessors.get(step.number) ?? [];
  return [
    ...words("Remarks", step.remarks),
    ...words("Condition", condition === null ? judged : `Performed when ${condition}${judged && `. ${judged}`}`),
    ...words("After", before.length > 0 ? `step ${before.join(", ")}` : "nothing: it may begin at once"),
  ];
}

export const gateLines = (procedure: Procedure, gate: Gate | undefined): CardLine[] =>
  gate ? words("Decision", gateWords(procedure, gate)) : [];

function gateWords(procedure: Procedure, gate: Gate): string {
  const title = (position: string) => positionTitle(procedure, position);
  switch (gate.kind) {
    case "approval":
      return `Approval by ${decidersWords(gate.by, title)}${gate.quorum > 1 ? `, ${gate.quorum} of them` : ""}`;
    case "hold":
      return `Held until ${gate.by ? decidersWords(gate.by, title) : "the commander"} releases it`;
    case "poll":
      return `Go or no-go of ${gate.of.map(title).join(", ") || "the commander"}; the commander decides`;
  }
}

/** A line that goes on in the next is one; paragraphs and lists keep their own. Code keeps its marks. */
export const paragraphs = (text: string | undefined): string | undefined =>
  text?.trim().replace(/([^\n])\n(?!\s*(?:\n|[-*+] |\d+[.)] |```| {4}))/g, "$1 ");

/** What is asked for the step's command. Secrets have no place on paper. */
export const inputLines = ({ inputs = [] }: Step): CardLine[] =>
  words(
    "Asks for",
    inputs
      .map(({ label, type }) => (type === "secret" ? `${label} (secret, never written down)` : `${label}: ________`))
      .join("; "),
  );

/** Durations, and where a field comes from when it is not the published text itself. */
export function basisLines({ expectedSeconds, provenance }: Step): CardLine[] {
  const fields = (basis: keyof typeof basisWords) =>
    provenance
      .filter((one) => one.basis === basis)
      .map(({ field }) => field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`));
  const told = (Object.keys(basisWords) as (keyof typeof basisWords)[]).flatMap((basis) => {
    const found = fields(basis);
    return found.length > 0 ? [`${found.join(", ")} ${basisWords[basis]}`] : [];
  });
  return [
    ...words("Takes", expectedSeconds === undefined ? undefined : `about ${duration(expectedSeconds)}`),
    ...words("Basis", told.join("; ")),
  ];
}

const basisWords = {
  manual: "from the manual",
  sibling: "from another version of the manual",
  inferred: "inferred",
} as const;
