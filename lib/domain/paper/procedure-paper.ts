import type { HiddenArgument } from "#lib/domain/argument.ts";
import { outline, positionTitle } from "#lib/domain/outline.ts";
import type { Card, CardLine, Checklist } from "#lib/domain/paper/checklist.ts";
import {
  conditionLines,
  gateLines,
  inputLines,
  paragraphs,
  ROOM,
  tagsOf,
  takesLines,
  words,
} from "#lib/domain/paper/step-lines.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { roleName, roleTitle } from "#lib/domain/role-name.ts";
import { gateOf } from "#lib/domain/run/gate.ts";
import {
  conditionWords,
  rolesWords,
  type WrittenLine,
  writtenAction,
  writtenArgument,
  writtenLook,
} from "#lib/domain/written-step.ts";
import { row, t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

export type PaperMaterial = {
  procedure: Procedure;
  version: { version: number; hash: string };
  now: string;
};

/** "Switchover, version 3, 36 steps". */
export const versionWords = (procedure: Procedure, version: number): string =>
  t("{procedure}, version {version}, {count} steps", {
    procedure: procedure.title,
    version,
    count: outline(procedure).steps.length,
  });

const LINE = "_".repeat(40);

/** A procedure as a blank checklist: roles in place of sites, names in place of what a run fills in. */
export function procedurePaper({ procedure, version, now }: PaperMaterial): Checklist {
  const name = `${procedure.title} v${version.version}`;
  return {
    title: t("{procedure}, checklist", { procedure: name }),
    mode: null,
    identity: t("{procedure}, blank checklist, as of {at}", { procedure: name, at: bothTimes(now) }),
    notices: [
      t("This is the blank procedure, not a run: the pack of a run has its commands, people and sites filled in."),
    ],
    facts: [
      [t("Procedure"), versionWords(procedure, version.version)],
      ["SHA-256", version.hash],
      [t("Mark one"), `${t("DRILL")} / ${t("LIVE")}`],
      [t("Declared at"), LINE],
      [t("Commander"), LINE],
    ],
    tables: [
      { title: t("Sites"), head: [t("Role"), t("Site")], rows: procedure.roles.map((role) => [roleTitle(role), ""]) },
      {
        title: t("People"),
        head: [t("As"), t("Name"), t("Telephone")],
        rows: (procedure.positions ?? []).map(({ title }) => [title, "", ""]),
      },
      {
        title: t("Facts"),
        head: [t("Question"), t("Answer: yes, no, unknown")],
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
  const gate = gateOf({ withoutGates: [] }, step);
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
      ...conditionLines(procedure, step, { first: gate ? "held" : step.condition ? "told" : "free" }),
      ...gateLines(procedure, gate),
      ...words("How", paragraphs(step.instructions)),
      ...inputLines(step),
      ...(step.action ? writtenAction(step.action).map((line) => actionLine(step, line)) : []),
      ...expected(step),
      ...siteLines(step),
      ...words("Uses", blanks(usedBy(procedure, step))),
      ...words("Gives", blanks(step.outputs)),
      ...takesLines(step),
    ],
    subSteps: step.subSteps.map((sub) => ({
      number: sub.number,
      title: sub.title,
      mark: "",
      note: row([sub.role ? roleName(sub.role) : "", when(procedure, sub.condition)].filter((one) => one !== "")),
    })),
    open: true,
  };
}

const blanks = (outputs: Step["outputs"] = []): string =>
  row(
    outputs.map(({ label }) => `${label}: ${ROOM}`),
    "; ",
  );

const usedBy = (procedure: Procedure, { uses = [] }: Step): Step["outputs"] =>
  outline(procedure)
    .steps.flatMap(({ outputs = [] }) => outputs)
    .filter(({ name }) => uses.includes(name));

/** A command that is all a site's own is no text to type: it stands in the settings of the site, which paper does not know. */
function actionLine(step: Step, { label, parts }: WrittenLine): CardLine {
  const [only, more] = parts;
  const own = only !== undefined && more === undefined ? ownWords(step, only) : null;
  return own === null ? { label, args: parts.map(written) } : { label, words: own };
}

/** What else a site fills in, once each, with room for it. */
function siteLines(step: Step): CardLine[] {
  const { action, expected: after } = step;
  const lines = [
    ...(action ? writtenAction(action).map(({ parts }) => parts) : []).filter(({ length }) => length > 1),
    ...(after && "probe" in after ? [writtenLook(after.probe.that)] : []),
  ];
  const blank = lines.flat().flatMap((part) => ownWords(step, part) ?? []);
  return words("Write in", [...new Set(blank)].join("\n"));
}

function ownWords(step: Step, part: HiddenArgument): string | null {
  const { kind, text: name, at = null } = { at: null, ...writtenArgument(part) };
  if (kind !== "site") return null;
  return t("the site’s own, from “{name}” in the settings of {place}: {room}", {
    name,
    place: at ?? rolesWords(step),
    room: LINE,
  });
}

function when(procedure: Procedure, condition: Step["condition"]): string {
  const found = conditionWords(procedure, condition);
  return found === null ? "" : t("when {condition}", { condition: found });
}

function expected({ expected: after }: Step): CardLine[] {
  if (!after) return [];
  if ("confirm" in after) return words("Afterwards", t("A person confirms: {what}", { what: after.confirm }));
  return [{ label: t("Afterwards"), args: writtenLook(after.probe.that).map(written) }];
}

/** What a run fills in stands in brackets, by its name. */
function written(argument: HiddenArgument): string {
  const found = writtenArgument(argument);
  switch (found.kind) {
    case "literal":
      return found.text;
    case "site":
      return `[${found.at ?? t("site")}: ${found.text}]`;
    case "run":
    case "input":
    case "output":
      return `[${t(found.kind)}: ${found.text}]`;
    case "hidden":
      return `[${t("hidden")}: ${found.text}]`;
  }
}
