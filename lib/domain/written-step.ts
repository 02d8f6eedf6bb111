import type { HiddenArgument } from "#lib/domain/argument.ts";
import type { Condition } from "#lib/domain/condition.ts";
import { factLabel } from "#lib/domain/outline.ts";
import type { Action, Procedure, Step } from "#lib/domain/procedure.ts";
import type { Look } from "#lib/domain/way/probe.ts";

/** A step as it is written down, in words: before any run, so with roles in place of sites. */

export const roleWord = (key: string): string => key.replaceAll("_", " ");

/** "source or replication definition". */
export const rolesWords = ({ roles }: Step): string => roles.map(roleWord).join(" or ");

/** "Source site operating is yes, and Firewalls is no"; null where the step is always performed. */
export function conditionWords(procedure: Procedure, condition: Condition | undefined): string | null {
  if (!condition) return null;
  return condition.all.map(({ fact, is }) => `${factLabel(procedure, fact)} is ${is}`).join(", and ");
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
  return { kind: "site", text: argument.site, at: argument.of ? roleWord(argument.of) : null };
}

export const drillWords: Record<Step["inDrill"], string> = {
  run: "acts for real",
  simulate: "simulated",
  skip: "left out",
};

/** What an action is made of before any run: words, and the arguments of each. */
export type WrittenLine = { label: string; parts: readonly HiddenArgument[] };

export function writtenAction(action: Action): WrittenLine[] {
  switch (action.way) {
    case "http":
      return [
        { label: "Request", parts: [action.method, action.service, ...action.path] },
        { label: "Expects", parts: [`status ${action.expect.status.join(" or ")}`] },
        ...(action.poll ? [{ label: "Then asks", parts: [action.service, ...action.poll.path] }] : []),
      ];
    case "probe":
      return [{ label: "Looks", parts: writtenLook(action.that) }];
    case "ssh":
      return [
        { label: "Over ssh", parts: [action.host] },
        { label: "Command", parts: action.argv },
        ...variables(action.env),
      ];
    default:
      return [{ label: "Command", parts: action.argv }, ...variables(action.env)];
  }
}

const variables = (env: Readonly<Record<string, HiddenArgument>> | undefined): WrittenLine[] =>
  Object.entries(env ?? {}).map(([name, value]) => ({ label: "Variable", parts: [name, value] }));

export function writtenLook(look: Look): readonly HiddenArgument[] {
  switch (look.look) {
    case "tcp":
      return ["accepts connections:", look.host, typeof look.port === "number" ? String(look.port) : look.port];
    case "http":
      return ["answers:", look.service, ...look.path];
    case "dns":
      return ["resolves:", look.name, look.address];
    case "command":
      return ["ends with 0:", ...look.argv];
  }
}
