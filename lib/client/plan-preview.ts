import type { Plan } from "#lib/client/new-run.ts";
import { judgement, termWords } from "#lib/client/run-words.ts";
import type { Site } from "#lib/contract/sites.ts";
import { resolve, type Unresolved } from "#lib/domain/action.ts";
import type { Applicability } from "#lib/domain/condition.ts";
import { outline, type Procedure, type Step } from "#lib/domain/procedure.ts";
import type { RunSite } from "#lib/domain/run/state.ts";

export type StepPreview = {
  step: Step;
  applicability: Applicability;
  /** What decided it, in words: "Source site operating: no". */
  because: string;
  /** How a drill treats it; nothing in a live run. */
  inDrill: "acts" | "simulated" | null;
  /** What the site does not say, so the step has to be done by hand. */
  missing: Unresolved[];
};

/** Each step as it would stand at the start of the run. */
export function previewSteps(procedure: Procedure, plan: Plan, places: readonly Site[]): StepPreview[] {
  const sites = chosenSites(plan, places);
  return outline(procedure).steps.map((step) => {
    const judged = judgement(procedure, plan, step);
    const applicability = judged?.applicability ?? "applicable";
    const applies = applicability !== "not_applicable";
    return {
      step,
      applicability,
      because: judged ? termWords(judged) : "always",
      inDrill: plan.mode === "drill" && applies ? (step.inDrill === "run" ? "acts" : "simulated") : null,
      missing: applies && acts(plan, step) ? missingAt(step, plan, sites) : [],
    };
  });
}

const acts = (plan: Plan, step: Step): boolean => plan.mode === "live" || step.inDrill === "run";

function chosenSites(plan: Plan, places: readonly Site[]): Record<string, RunSite> {
  return Object.fromEntries(
    Object.entries(plan.sites).flatMap(([role, id]) => {
      const place = places.find((each) => each.id === id);
      return place ? [[role, place]] : [];
    }),
  );
}

/** A step with two possible places can run at either: only what both lack is missing. */
function missingAt(step: Step, plan: Plan, sites: Record<string, RunSite>): Unresolved[] {
  const { action } = step;
  if (!action) return [];
  const scope = { number: 1, mode: plan.mode, type: plan.type, sites };
  const resolutions = step.roles.filter((role) => sites[role]).map((role) => resolve(action, scope, role, 1));
  if (resolutions.some(({ ok }) => ok)) return [];
  return resolutions.flatMap((resolution) => (resolution.ok ? [] : resolution.missing)).filter(firstOfItsKind);
}

const firstOfItsKind = (one: Unresolved, place: number, all: readonly Unresolved[]): boolean =>
  all.findIndex((other) => other.site === one.site && other.parameter === one.parameter) === place;

export type PreviewCounts = Readonly<Record<Applicability, number>>;

export const countSteps = (steps: readonly StepPreview[]): PreviewCounts => ({
  applicable: steps.filter(({ applicability }) => applicability === "applicable").length,
  not_applicable: steps.filter(({ applicability }) => applicability === "not_applicable").length,
  undecided: steps.filter(({ applicability }) => applicability === "undecided").length,
});
