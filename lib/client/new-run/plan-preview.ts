import type { Plan } from "#lib/client/new-run/new-run.ts";
import type { Site } from "#lib/contract/sites.ts";
import { resolve, type Unresolved } from "#lib/domain/action.ts";
import type { Applicability } from "#lib/domain/condition.ts";
import type { Gate } from "#lib/domain/gate.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { gateOf } from "#lib/domain/run/gate.ts";
import { judgement, termWords } from "#lib/domain/run/judgement.ts";
import type { RunSite } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

export type StepPreview = {
  step: Step;
  applicability: Applicability;
  /** What decided it, in words: "Source site operating: no". */
  because: string;
  /** How a drill treats it; nothing in a live run. */
  inDrill: "acts" | "simulated" | null;
  /** What the site does not say, so the step has to be done by hand. */
  missing: SiteLack[];
  /** What is decided before it starts. */
  gate: Gate["kind"] | null;
};

type SiteLack = Extract<Unresolved, { site: string }>;

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
      because: judged ? termWords(judged) : t("always"),
      inDrill: plan.mode === "drill" && applies ? (step.inDrill === "run" ? "acts" : "simulated") : null,
      gate: applies ? (gateOf(plan, step)?.kind ?? null) : null,
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
function missingAt(step: Step, plan: Plan, sites: Record<string, RunSite>): SiteLack[] {
  if (!step.action) return [];
  const scope = { number: 1, mode: plan.mode, type: plan.type, outputs: {}, sites };
  const lacking = step.roles
    .filter((role) => sites[role])
    .map((role) => resolve(step, scope, { role, attempt: 1, inputs: {} }))
    .map((resolution) => (resolution.ok ? [] : resolution.missing.filter(isOfSite)));
  if (lacking.some((missing) => missing.length === 0)) return [];
  return lacking.flat().filter(firstOfItsKind);
}

/** What steps give and people say comes in time; what a site does not say has to be known before. */
const isOfSite = (one: Unresolved): one is SiteLack => one.kind === "parameter" || one.kind === "connection";

const firstOfItsKind = (one: SiteLack, place: number, all: readonly SiteLack[]): boolean =>
  all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === place;

export type PreviewCounts = Readonly<Record<Applicability, number>>;

export const countSteps = (steps: readonly StepPreview[]): PreviewCounts => ({
  applicable: steps.filter(({ applicability }) => applicability === "applicable").length,
  not_applicable: steps.filter(({ applicability }) => applicability === "not_applicable").length,
  undecided: steps.filter(({ applicability }) => applicability === "undecided").length,
});
