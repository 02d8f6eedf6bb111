import type { SearchParams } from "#lib/client/history/history-address.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { shownStates } from "#lib/domain/run/state-words.ts";

/** Which steps of a run are shown. It stands in the address, so that a link shows the same. */
export type RunFilter = {
  only: "all" | "mine" | "person" | "problems" | ShownState;
  /** A site's name: steps that are done there. */
  site: string | null;
  /** A site role of the run. */
  role: string | null;
  text: string;
};

export const noFilter: RunFilter = { only: "all", site: null, role: null, text: "" };

const shows: readonly RunFilter["only"][] = [...(["mine", "person", "problems"] as const), ...shownStates];

const MOST = 200;

/** What an address may say that makes no sense is left out, so an old link still opens. */
export function readRunFilter(params: SearchParams): RunFilter {
  const said = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.slice(0, MOST);
  };
  return {
    only: shows.find((show) => show === said("show")) ?? "all",
    site: said("site") || null,
    role: said("role") || null,
    text: said("find") ?? "",
  };
}

/** "?show=mine&site=Tokyo"; empty where everything is shown. */
export function runFilterQuery({ only, site, role, text }: RunFilter): string {
  const query = new URLSearchParams();
  if (only !== "all") query.set("show", only);
  if (site) query.set("site", site);
  if (role) query.set("role", role);
  if (text.trim() !== "") query.set("find", text.trim());
  return query.size > 0 ? `?${query}` : "";
}

export const isFiltered = ({ only, site, role, text }: RunFilter): boolean =>
  only !== "all" || site !== null || role !== null || text.trim() !== "";
