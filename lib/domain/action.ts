import type { Action, Argument } from "#lib/domain/procedure.ts";
import { type Run, type RunSite, runLabel } from "#lib/domain/run/state.ts";

export type ResolvedCommand = { argv: string[]; timeoutSeconds: number };

/** What a site would have to say before the command can be run there. */
export type Unresolved = { site: string; parameter: string };

export type Resolution = { ok: true; command: ResolvedCommand } | { ok: false; missing: Unresolved[] };

/** What the command needs to know of its run. */
export type Scope = Pick<Run, "number" | "mode" | "type"> & { sites: Readonly<Record<string, RunSite>> };

/**
 * The command as it will be run, element by element, at the site that plays `role`. Values take the place of whole
 * elements; a parameter that is a list takes the place of several. Nothing is ever parsed or quoted.
 */
export function resolve(action: Action, scope: Scope, role: string, attempt: number): Resolution {
  const missing: Unresolved[] = [];
  const argv = action.argv.flatMap((argument) => {
    const value = valuesFor(argument, scope, role, attempt);
    if (Array.isArray(value)) return value;
    missing.push(value);
    return [];
  });
  if (missing.length > 0) return { ok: false, missing };
  return { ok: true, command: { argv, timeoutSeconds: action.timeoutSeconds } };
}

function valuesFor(argument: Argument, scope: Scope, role: string, attempt: number): string[] | Unresolved {
  if (typeof argument === "string") return [argument];
  if ("run" in argument) return [runValue(argument.run, scope, attempt)];
  const site = scope.sites[argument.of ?? role];
  const value = site?.parameters[argument.site];
  if (value === undefined || value.length === 0) {
    return { site: site?.name ?? argument.of ?? role, parameter: argument.site };
  }
  return typeof value === "string" ? [value] : value;
}

function runValue(name: "number" | "mode" | "type" | "attempt", scope: Scope, attempt: number): string {
  switch (name) {
    case "number":
      return runLabel(scope.number);
    case "mode":
      return scope.mode;
    case "type":
      return scope.type;
    case "attempt":
      return String(attempt);
  }
}
