import type { HiddenArgument } from "#lib/domain/argument.ts";
import { outline, positionTitle } from "#lib/domain/outline.ts";
import type { Card, CardLine, Checklist } from "#lib/domain/paper/checklist.ts";
import { bothTimes } from "#lib/domain/paper/instants.ts";
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
import { gateOf } from "#lib/domain/run/gate.ts";
import {
  conditionWords,
  rolesWords,
  roleWord,
  writtenAction,
  writtenArgument,
  writtenLook,
} from "#lib/domain/written-step.ts";

export type PaperMaterial = {
  procedure: Procedure;
  version: { version: number; hash: string };
  now: string;
  zone: string | undefined;
};

const LINE = "_".repeat(40);

/** A procedure as a blank checklist: roles in place of sites, names in place of what a run fills in. */
export function procedurePaper({ procedure, version, now, zone }: PaperMaterial): Checklist {
  const name = `${procedure.title} v${version.version}`;
  return {
    title: `${name}, checklist`,
    mode: null,
    identity: `${name}, blank checklist, as of ${bothTimes(now, zone)}`,
    notices: [
      "This is the blank procedure, not a run: the pack of a run has its commands, people and sites filled in.",
    ],
    facts: [
      ["Procedure", `${procedure.title}, version ${version.version}, ${outline(procedure).steps.length} steps`],
      ["SHA-256", version.hash],
      ["Mark one", "DRILL / LIVE"],
      ["Declared at", LINE],
      ["Commander", LINE],
    ],
    tables: [
      { title: "Sites", head: ["Role", "Site"], rows: procedure.roles.map(({ title }) => [title, ""]) },
      {
        title: "People",
        head: ["As", "Name", "Telephone"],
        rows: (procedure.positions ?? []).map(({ title }) => [title, "", ""]),
      },
      {
        title: "What is known",
        head: ["Question", "Answer: yes, no, unknown"],
        rows: procedure.facts.map(({ question }) => [question, ""]),
      },
    ],
    phases: procedure.phases.map(({ title, steps }) => ({
      title,
      cards: steps.map((step) => blankCard(procedure, step)),
    })),
  };
}

function blankCard(procedure: Procedure, step: Step): Card {
  return {
    number: step.number,
    title: step.title,
    mark: "",
    tags: tagsOf(step, null),
    note: "",
    caution: paragraphs(step.caution),
    lines: [
      ...words("Where", rolesWords(step)),
      ...words("Whose", step.position && positionTitle(procedure, step.position)),
      ...conditionLines(procedure, step),
      ...gateLines(procedure, gateOf({ withoutGates: [] }, step)),
      ...words("How", paragraphs(step.instructions)),
      ...inputLines(step),
      ...(step.action
        ? writtenAction(step.action).map(({ label, parts }) => ({ label, args: parts.map(written) }))
        : []),
      ...expected(step),
      ...words("Gives", (step.outputs ?? []).map(({ label }) => `${label}: ________`).join("; ")),
      ...basisLines(step),
    ],
    subSteps: step.subSteps.map((sub) => ({
      number: sub.number,
      title: sub.title,
      mark: "",
      note: [sub.role && roleWord(sub.role), when(procedure, sub.condition)].filter(Boolean).join(", "),
    })),
    open: true,
  };
}

function when(procedure: Procedure, condition: Step["condition"]): string | null {
  const found = conditionWords(procedure, condition);
  return found === null ? null : `when ${found}`;
}

function expected({ expected: after }: Step): CardLine[] {
  if (!after) return [];
  if ("confirm" in after) return words("Afterwards", `A person confirms: ${after.confirm}`);
  return [{ label: "Afterwards", args: writtenLook(after.probe.that).map(written) }];
}

/** What a run fills in stands in brackets, by its name. */
function written(argument: HiddenArgument): string {
  const found = writtenArgument(argument);
  switch (found.kind) {
    case "literal":
      return found.text;
    case "site":
      return `[${found.at ?? "site"}: ${found.text}]`;
    case "run":
    case "input":
    case "output":
      return `[${found.kind}: ${found.text}]`;
    case "hidden":
      return `[hidden: ${found.text}]`;
  }
}
