import type { HiddenArgument } from "#lib/domain/argument.ts";
import type { Condition } from "#lib/domain/condition.ts";
import { factLabel } from "#lib/domain/outline.ts";
import type { Action, Procedure, Step } from "#lib/domain/procedure.ts";
import { roleName } from "#lib/domain/role-name.ts";
import type { Look } from "#lib/domain/way/probe.ts";
import { type PlainSentence, row, severally, t } from "#lib/words/t.ts";

/** A step as it is written down, in words: before any run, so with roles in place of sites. */

/** "source or replication definition". */
export const rolesWords = ({ roles }: Step): string => severally(roles.map(roleName), "or");

/** "Source site operating is yes, and Firewalls is no"; null where the step is always performed. */
export function conditionWords(procedure: Procedure, condition: Condition | undefined): string | null {
  if (!condition) return null;
  return row(
    condition.all.map(({ fact, is }) => t("{fact} is {answer}", { fact: factLabel(procedure, fact), answer: t(is) })),
    ", and ",
  );
}

export type WrittenArgument =
  | { kind: "literal"; text: string }
  /** Filled in from the site's parameter. */
  | { kind: "site"; text: string; at: string | null }
  /** Filled in from the run, from what is said at the press, from an earlier step, or by the worker alone. */
  | { kind: "run" | "input" | "output" | "hidden"; text: string };

export function writtenArgument(argument: HiddenArgument): WrittenArgument {
  if (typeof argument === "string") return { kind: "literal", text: argument };
  if ("run" in argument) return { kind: "run", text: argument.run };
  if ("input" in argument) return { kind: "input", text: argument.input };
  if ("output" in argument) return { kind: "output", text: argument.output };
  if ("secret" in argument) return { kind: "hidden", text: argument.secret };
  if ("credential" in argument) return { kind: "hidden", text: argument.credential };
  return { kind: "site", text: argument.site, at: argument.of ? roleName(argument.of) : null };
}

export const drillWords = {
  run: "acts for real",
  simulate: "simulated",
  skip: "left out",
} as const satisfies Record<Step["inDrill"], PlainSentence>;

/** What an action is made of before any run: words, and the arguments of each. */
export type WrittenLine = { label: string; parts: readonly HiddenArgument[] };

export function writtenAction(action: Action): WrittenLine[] {
  switch (action.way) {
    case "http":
      return [
        { label: t("Request"), parts: [action.method, action.service, ...action.path] },
        {
          label: t("Expects"),
          parts: [t("status {codes}", { codes: severally(action.expect.status.map(String), "or") })],
        },
        ...(action.poll ? [{ label: t("Then asks"), parts: [action.service, ...action.poll.path] }] : []),
      ];
    case "probe":
      return [{ label: t("Looks"), parts: writtenLook(action.that) }];
    case "ssh":
      return [
        { label: t("Over ssh"), parts: [action.host] },
        { label: t("Command"), parts: action.argv },
        ...variables(action.env),
      ];
    default:
      return [{ label: t("Command"), parts: action.argv }, ...variables(action.env)];
  }
}

const variables = (env: Readonly<Record<string, HiddenArgument>> | undefined): WrittenLine[] =>
  Object.entries(env ?? {}).map(([name, value]) => ({ label: t("Variable"), parts: [name, value] }));

export function writtenLook(look: Look): readonly HiddenArgument[] {
  switch (look.look) {
    case "tcp":
      return [t("accepts connections:"), look.host, typeof look.port === "number" ? String(look.port) : look.port];
    case "http":
      return [t("answers:"), look.service, ...look.path];
    case "dns":
      return [t("resolves:"), look.name, look.address];
    case "command":
      return [t("ends with 0:"), ...look.argv];
  }
}
