import type { Condition } from "#lib/domain/condition.ts";
import { type Argument, factLabel, type Procedure, type Step } from "#lib/domain/procedure.ts";

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
  /** Filled in from the run. */
  | { kind: "run"; text: string };

export function writtenArgument(argument: Argument): WrittenArgument {
  if (typeof argument === "string") return { kind: "literal", text: argument };
  if ("run" in argument) return { kind: "run", text: argument.run };
  return { kind: "site", text: argument.site, at: argument.of ? roleWord(argument.of) : null };
}

export const drillWords: Record<Step["inDrill"], string> = {
  run: "acts for real",
  simulate: "simulated",
  skip: "left out",
};
