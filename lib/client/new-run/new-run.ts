import type { Answer } from "#lib/domain/condition.ts";
import type { Preset, Procedure } from "#lib/domain/procedure.ts";
import type { Mode, Run, RunType } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What the new-run page has been told so far. */
export type Plan = {
  mode: Mode;
  type: RunType;
  /** A site's id for each role. */
  sites: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, Answer>>;
  /** Steps whose suggested gate is left out. */
  withoutGates: readonly string[];
  /** Ids of people, by position. */
  positions: Readonly<Record<string, { person?: string | undefined; deputy?: string | undefined }>>;
  /** The id of whom command is offered to as it is created; null: whoever creates it keeps it. */
  offerCommandTo: string | null;
  rtoSeconds: number | null;
  /** Null: at the moment it is created. */
  declaredAt: string | null;
};

type Place = { id: string; practice: boolean };

/**
 * How the page is opened. `practice`: at the practice places, also where there are real ones. `back`: the run whose
 * switchback it is, with the roles of its sites swapped.
 */
export type Opening = { mode: Mode; practice: boolean; back?: Pick<Run, "sites"> };

/** The last run of the procedure, as far as it says where the next one begins. */
type LastRun = Pick<Run, "mode" | "status" | "sites">;

/** A disaster, ready to start: the failover preset, and the places of the last run, or two, real ones before practice. */
export function firstPlan(
  procedure: Procedure,
  places: readonly Place[],
  opening: Opening,
  last: LastRun | null = null,
): Plan {
  const { mode, practice, back } = opening;
  const type = back ? "planned" : "unplanned";
  const preset = procedure.presets.find((each) => each.type === type) ?? procedure.presets[0];
  const unknown = Object.fromEntries(procedure.facts.map(({ key }) => [key, "unknown" as const]));
  const plan: Plan = {
    mode,
    type,
    sites: back
      ? sitesOf(back)
      : (lastSites(procedure, places, practice ? null : last) ?? firstSites(procedure, places, practice)),
    facts: unknown,
    withoutGates: [],
    positions: {},
    offerCommandTo: null,
    rtoSeconds: procedure.rtoSeconds ?? null,
    declaredAt: null,
  };
  const ready = preset ? withPreset(plan, preset) : plan;
  return back ? swapSites(ready) : ready;
}

const sitesOf = ({ sites }: Pick<Run, "sites">): Record<string, string> =>
  Object.fromEntries(Object.entries(sites).map(([role, { id }]) => [role, id]));

/** The live run went through to its end: what it switched is at its destination now. */
export const hasMoved = ({ mode, status }: Pick<Run, "mode" | "status">): boolean =>
  mode === "live" && (status === "completed" || status === "completed_with_exceptions");

/** As in the last run, and from where that has moved to; null where a place is gone, or was only for practice. */
function lastSites(procedure: Procedure, places: readonly Place[], last: LastRun | null): Plan["sites"] | null {
  if (!last) return null;
  const sites = sitesOf(last);
  const usable = new Set(candidates(places).map(({ id }) => id));
  if (!procedure.roles.every(({ key }) => usable.has(sites[key] ?? ""))) return null;
  const asked = Object.fromEntries(procedure.roles.flatMap(({ key }) => (sites[key] ? [[key, sites[key]]] : [])));
  return hasMoved(last) ? swapped(asked) : asked;
}

/** Real places before practice ones, where there are two of them. */
function candidates(places: readonly Place[]): readonly Place[] {
  const real = places.filter(({ practice }) => !practice);
  return real.length < 2 ? places.filter(({ practice }) => practice) : real;
}

function firstSites(procedure: Procedure, places: readonly Place[], practise: boolean): Record<string, string> {
  const forPractice = places.filter(({ practice }) => practice);
  const [source, destination] = practise && forPractice.length >= 2 ? forPractice : candidates(places);
  return Object.fromEntries(
    procedure.roles.flatMap(({ key }) => {
      const place = key === "destination" ? destination : source;
      return place ? [[key, place.id]] : [];
    }),
  );
}

/** The sites that are not the usual ones, by role. */
export const chosenByHand = (sites: Plan["sites"], usual: Plan["sites"]): Plan["sites"] =>
  Object.fromEntries(Object.entries(sites).filter(([role, site]) => usual[role] !== site));

/** The sites for those roles that the procedure has. */
export const sitesForRoles = (sites: Plan["sites"], { roles }: Procedure): Plan["sites"] =>
  Object.fromEntries(Object.entries(sites).filter(([role]) => roles.some(({ key }) => key === role)));

export const withPreset = (plan: Plan, { type, facts }: Preset): Plan => ({
  ...plan,
  type,
  facts: { ...plan.facts, ...facts },
});

/** The preset that the plan still follows, if any. */
export const followedPreset = (plan: Plan, procedure: Procedure): Preset | undefined =>
  procedure.presets.find(
    ({ type, facts }) =>
      type === plan.type && Object.entries(facts).every(([key, answer]) => plan.facts[key] === answer),
  );

/** Answers given by hand stay; answers that came with a preset change with the type. */
export function withType(plan: Plan, procedure: Procedure, type: RunType): Plan {
  const preset = procedure.presets.find((each) => each.type === type);
  return preset && followedPreset(plan, procedure) ? withPreset(plan, preset) : { ...plan, type };
}

export const withAnswer = (plan: Plan, fact: string, answer: Answer): Plan => ({
  ...plan,
  facts: { ...plan.facts, [fact]: answer },
});

export const withGate = (plan: Plan, step: string, wanted: boolean): Plan => ({
  ...plan,
  withoutGates: wanted ? plan.withoutGates.filter((each) => each !== step) : [...plan.withoutGates, step],
});

export const withPosition = (plan: Plan, key: string, filled: Plan["positions"][string]): Plan => ({
  ...plan,
  positions: { ...plan.positions, [key]: { ...plan.positions[key], ...filled } },
});

export const withSite = (plan: Plan, role: string, site: string): Plan => ({
  ...plan,
  sites: { ...plan.sites, [role]: site },
});

/** Whoever played the source plays the destination: also the way back. */
export const swapSites = (plan: Plan): Plan => ({ ...plan, sites: swapped(plan.sites) });

const swapped = ({ source, destination, ...others }: Plan["sites"]): Plan["sites"] => ({
  ...others,
  ...(destination && { source: destination }),
  ...(source && { destination: source }),
});

/** Why the run cannot be created, by role; empty when it can. */
export function siteObjections(plan: Plan, procedure: Procedure): Readonly<Record<string, string>> {
  const missing = procedure.roles.filter(({ key }) => !plan.sites[key]);
  const objections = Object.fromEntries(missing.map(({ key }) => [key, t("Choose a site.")]));
  const { source, destination } = plan.sites;
  if (source && source === destination) {
    objections.destination = t("A switchover needs two places: choose another site than the source.");
  }
  return objections;
}
