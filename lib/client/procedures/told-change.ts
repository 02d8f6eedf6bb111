import type { HiddenArgument } from "#lib/domain/argument.ts";
import { outline } from "#lib/domain/outline.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import type { Action, Procedure, Step } from "#lib/domain/procedure.ts";
import type { Change } from "#lib/domain/procedure-diff.ts";
import { isSame } from "#lib/domain/same.ts";
import { failureWords } from "#lib/domain/work-words.ts";
import { conditionWords, drillWords, rolesWords, writtenAction, writtenLook } from "#lib/domain/written-step.ts";
import { t } from "#lib/words/t.ts";

/** A line of a card: words, or a command. */
export type ToldLine = { label?: string } & ({ words: string } | { parts: readonly HiddenArgument[] });

type ToldChange = {
  before: readonly ToldLine[];
  after: readonly ToldLine[];
  /** Nothing is left out, so that it need not be shown as it is written beside it. */
  whole: boolean;
};

/**
 * Both sides of a change as the card of the step tells them; null where it has no words for that, or where it would say
 * the same of both.
 */
export function toldChange(
  [before, after]: readonly [before: Procedure, after: Procedure],
  { step: number, field }: Change,
): ToldChange | null {
  const [old, now] = [before, after].map((procedure) => {
    const step = number === undefined ? undefined : outline(procedure).byNumber.get(number);
    const lines = step && linesOf(procedure, step, field);
    return lines && { lines, whole: isWhole(step, field) };
  });
  if (!old || !now || isSame(old.lines, now.lines)) return null;
  return { before: old.lines, after: now.lines, whole: old.whole && now.whole };
}

/**
 * A card leaves out what a request carries and how often a probe looks, rounds times, and shows arguments without where
 * each one ends: what differs only there would look the same on both sides.
 */
function isWhole({ action, precheck, expected }: Step, field: string): boolean {
  switch (field) {
    case "action":
      return action === undefined;
    case "precheck":
      return precheck === undefined;
    case "expected":
      return expected === undefined || "confirm" in expected;
    default:
      return true;
  }
}

/** Empty where the step has no such thing. */
function linesOf(procedure: Procedure, step: Step, field: string): readonly ToldLine[] | null {
  switch (field) {
    case "condition": {
      const condition = conditionWords(procedure, step.condition);
      return condition === null ? [] : [{ words: t("Performed when {condition}", { condition }) }];
    }
    case "action":
      return step.action ? actionLines(step, step.action) : [];
    case "precheck":
      return step.precheck ? [{ parts: writtenLook(step.precheck.that) }] : [];
    case "expected":
      return expectedLines(step);
    case "inDrill":
      return [{ words: t("in a drill {how}", { how: t(drillWords[step.inDrill]) }) }];
    default:
      return null;
  }
}

const actionLines = (step: Step, action: Action): ToldLine[] => [
  {
    label: t("Will run at"),
    words: t("{roles}, timeout {duration}", {
      roles: rolesWords(step),
      duration: duration(action.timeoutSeconds),
    }),
  },
  ...writtenAction(action),
  { label: t("On failure"), words: failureWords(action) },
];

function expectedLines({ expected }: Step): ToldLine[] {
  if (!expected) return [];
  return "confirm" in expected
    ? [{ words: t("A person confirms: {expected}", { expected: expected.confirm }) }]
    : [{ parts: writtenLook(expected.probe.that) }];
}
