import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { roleName } from "#lib/domain/role-name.ts";
import { writtenAction } from "#lib/domain/written-step.ts";

/** A parameter that commands of a procedure ask a site for, and the steps that do. */
export type SiteNeed = { parameter: string; procedure: string; steps: { number: string; role: string }[] };

/** Every parameter that the commands of a procedure take from a site, in the order of its steps. */
export function siteNeeds(procedure: Procedure): SiteNeed[] {
  const needs = new Map<string, SiteNeed>();
  for (const { step, parameter, role } of outline(procedure).steps.flatMap(asked)) {
    const need = needs.get(parameter) ?? { parameter, procedure: procedure.title, steps: [] };
    need.steps.push({ number: step.number, role: roleName(role) });
    needs.set(parameter, need);
  }
  return [...needs.values()];
}

function asked(step: Step): { step: Step; parameter: string; role: string }[] {
  return argumentsOf(step).flatMap((argument) => {
    if (typeof argument === "string" || !("site" in argument)) return [];
    const roles = argument.of ? [argument.of] : step.roles;
    return roles.map((role) => ({ step, parameter: argument.site, role }));
  });
}

const argumentsOf = ({ action }: Step) => (action ? writtenAction(action).flatMap(({ parts }) => parts) : []);

/** What procedures would ask this site for and it does not say. */
export const unmetNeeds = (needs: readonly SiteNeed[], parameters: Readonly<Record<string, unknown>>): SiteNeed[] =>
  needs.filter(({ parameter }) => !Object.hasOwn(parameters, parameter));
