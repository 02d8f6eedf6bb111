import { runName } from "#lib/client/run/run-name.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { roleName } from "#lib/domain/role-name.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type Sites = Pick<Run, "sites">;

/** "Tokyo", or "Tokyo (practice)": a practice site is called so wherever it stands, once. */
export function siteName({ sites }: Sites, role: string): string {
  const site = sites[role];
  if (!site) return t("no site");
  return site.practice && !/practice|練習/i.test(site.name) ? t("{site} (practice)", { site: site.name }) : site.name;
}

/** "Tokyo, source". */
export const placeWords = (run: Sites, role: string): string =>
  t("{site}, {role}", { site: siteName(run, role), role: roleName(role) });

/** All places of a step: "Tokyo, source, or Nagoya, replication definition". */
export const placesWords = (run: Sites, step: Step): string =>
  step.roles
    .map((role) => placeWords(run, role))
    .reduce((places, place) => (places ? t("{places}, or {place}", { places, place }) : place), "");

/** "Tokyo"; with its role where another of the places that are chosen among is the same site. */
export function placeInBrief(run: Sites, role: string, among: readonly string[]): string {
  const site = siteName(run, role);
  return among.filter((each) => siteName(run, each) === site).length > 1 ? placeWords(run, role) : site;
}

const choosable: ReadonlySet<ShownState> = new Set(["ready", "failed", "timed_out", "interrupted", "canceled"]);

/** Among which places one is chosen before the step is begun, or begun again. What was approved was approved for one. */
export function placesToChoose({ sites }: Sites, step: Step, { gate }: StepState, shown: ShownState): string[] {
  const places = step.roles.filter((role) => sites[role]);
  return places.length > 1 && choosable.has(shown) && !gate?.how ? places : [];
}

type Standing = { step: Step; state: StepState; shown: ShownState };

/** Where a step is done: where that was approved, else where this person means to, else where it was tried last. */
export function placeOf(run: Sites, { step, state, shown }: Standing, chosen: string | undefined): string {
  if (state.gate?.how) return state.gate.how.role;
  if (chosen !== undefined && placesToChoose(run, step, state, shown).includes(chosen)) return chosen;
  return lastAttempt(state)?.role ?? step.roles.find((role) => run.sites[role]) ?? step.roles[0] ?? "";
}

export const isPractice = ({ sites }: Sites): boolean => Object.values(sites).some((site) => site.practice);

/** The sites' names from source to destination; all of them where the procedure knows no such roles. */
export function journey({ sites }: Sites): string[] {
  const { source, destination } = sites;
  if (source && destination) return [source.name, destination.name];
  return [...new Set(Object.values(sites).map(({ name }) => name))];
}

/** "Tokyo to Osaka". */
export const journeyWords = (run: Sites): string =>
  journey(run).reduce((from, to) => (from ? t("{from} to {to}", { from, to }) : to), "");

/** "LIVE R-0042 Tokyo to Osaka". */
export function pageTitle(run: Run): string {
  const [mode, label] = runName(run).split(" ");
  return [mode, isPractice(run) && t("practice"), label, journeyWords(run)].filter(Boolean).join(" ");
}
