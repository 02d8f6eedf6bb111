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

/** Where from and where to, as far as the procedure has these roles. */
export const journey = ({ sites }: Sites): string[] =>
  ["source", "destination"].flatMap((role) => (sites[role] ? [sites[role].name] : []));

/** "LIVE R-0042 Tokyo to Osaka". */
export function pageTitle(run: Run): string {
  const [mode, label] = runName(run).split(" ");
  return [mode, isPractice(run) && "practice", label, journey(run).join(" to ")].filter(Boolean).join(" ");
}
