import { RunFilter } from "#lib/contract/runs.ts";
import { UTC } from "#lib/words/zone.ts";

/** The history as its address says it: what is filtered, where the page begins, and the pages newer than it. */
export type HistoryView = { filter: RunFilter; after?: string | undefined; newer: readonly string[] };

/** As Next.js gives the query of an address. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const names = [
  "procedure",
  "mode",
  "status",
  "over",
  "site",
  "person",
  "deviations",
  "record",
  "since",
  "until",
  "zone",
  "text",
] as const;
const longestTrail = 40;

/** What an address may say that makes no sense is left out, so an old link still opens. */
export function readHistoryAddress(params: SearchParams): HistoryView {
  const filter: Record<string, unknown> = {};
  for (const name of names) {
    const value = RunFilter.shape[name].safeParse(one(params[name]) || undefined);
    if (value.success && value.data) filter[name] = value.data;
  }
  const after = cursor(one(params.after));
  const newer = (one(params.newer) ?? "").split("*").flatMap((each) => cursor(each) ?? []);
  return { filter: placed(RunFilter.parse(filter)), after, newer: after ? newer : [] };
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
/** The number of a run, as `next` of a page is. */
const cursor = (value: string | undefined): string | undefined =>
  value && /^\d{1,9}$/.test(value) ? value : undefined;

export function historyAddress({ filter, after, newer }: HistoryView): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  if (after) query.set("after", after);
  if (after && newer.length > 0) query.set("newer", newer.join("*"));
  return query.size > 0 ? `/history?${query}` : "/history";
}

/** A zone says where the days are days, and nothing where there is none. */
function placed({ zone, ...filter }: RunFilter): RunFilter {
  return zone === undefined || zone === UTC || !hasDays(filter) ? filter : { ...filter, zone };
}

const hasDays = ({ since, until }: RunFilter): boolean => since !== undefined || until !== undefined;

/** Where the days of a filter are days: where they were chosen, and `here` where none is. */
export const zoneOfDays = (filter: RunFilter, here: string): string => (hasDays(filter) ? (filter.zone ?? UTC) : here);

/** The first day or the last day of the filter chosen anew, by somebody who is `here`; "": any. */
export const withDay = (filter: RunFilter, edge: "since" | "until", day: string, here: string): RunFilter =>
  placed(RunFilter.parse({ ...filter, zone: zoneOfDays(filter, here), [edge]: day || undefined }));

export const isFiltered = (filter: RunFilter): boolean => names.some((name) => filter[name]);

/** The page after this one; `next` is what the server said this page ends with. */
export function olderPage(view: HistoryView, next: string): HistoryView {
  const newer = view.after ? [...view.newer, view.after].slice(-longestTrail) : [];
  return { ...view, after: next, newer };
}

/** The page before this one; beyond what the address remembers, the newest. */
export function newerPage(view: HistoryView): HistoryView {
  return { ...view, after: view.newer.at(-1), newer: view.newer.slice(0, -1) };
}

export const newestPage = (filter: RunFilter): HistoryView => ({ filter, newer: [] });
