import { runName } from "#lib/client/run-name.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Run } from "#lib/domain/run/state.ts";

type Sites = Pick<Run, "sites">;

/** "Tokyo", or "Tokyo (practice)": a practice site is called so wherever it stands, once. */
export function siteName({ sites }: Sites, role: string): string {
  const site = sites[role];
  if (!site) return "no site";
  return site.practice && !/practice/i.test(site.name) ? `${site.name} (practice)` : site.name;
}

/** "Tokyo, source". */
export const placeWords = (run: Sites, role: string): string => `${siteName(run, role)}, ${role.replaceAll("_", " ")}`;

/** All places of a step: "Tokyo, source, or Nagoya, replication definition". */
export const placesWords = (run: Sites, step: Step): string =>
  step.roles.map((role) => placeWords(run, role)).join(", or ");

export const isPractice = ({ sites }: Sites): boolean => Object.values(sites).some((site) => site.practice);

/** The sites' names from source to destination; all of them where the procedure knows no such roles. */
export function journey({ sites }: Sites): string[] {
  const { source, destination } = sites;
  if (source && destination) return [source.name, destination.name];
  return [...new Set(Object.values(sites).map(({ name }) => name))];
}

/** "LIVE R-0042 Tokyo to Osaka". */
export function pageTitle(run: Run): string {
  const [mode, label] = runName(run).split(" ");
  return [mode, isPractice(run) && "practice", label, journey(run).join(" to ")].filter(Boolean).join(" ");
}
