import { ApiError } from "#lib/client/api-error.ts";
import { asSentence } from "#lib/client/error-words.ts";
import { connectionField, type HostRow, type ServiceRow } from "#lib/client/sites/connection-rows.ts";
import { type ParameterRow, parameterRow, type RowErrors } from "#lib/client/sites/parameter-rows.ts";
import { t } from "#lib/words/t.ts";

/** What was sent, as the form had it: a name that is corrected since is still where the fault was found. */
export type SentSite = {
  hosts: readonly HostRow[];
  services: readonly ServiceRow[];
  rows: readonly ParameterRow[];
};

export type SiteErrors = {
  /** By what the form calls its field: `name`, `host-0.jump.user`. */
  fields: Readonly<Record<string, string>>;
  rows: RowErrors;
  /** What is about no field of the form. */
  elsewhere: readonly string[];
  /** How many fields need correcting. */
  count: number;
};

/** Of several keys the one that is meant. */
function said(path: string, message: string): string {
  const place = /\.hostKeys\.(\d+)$/.exec(path)?.[1];
  return place === undefined
    ? asSentence(message)
    : t("Key {number}: {fault}.", { number: Number(place) + 1, fault: message });
}

const BASIC = ["name", "place", "key"];

/** What the server found wrong with a site, each at the field that it is about. */
export function siteErrors(error: Error | null, { hosts, services, rows }: SentSite): SiteErrors {
  const issues = error instanceof ApiError ? (error.problem.issues ?? []) : [];
  const fields: Record<string, string> = {};
  const wrong: Record<string, { text: string }> = {};
  const elsewhere: string[] = [];
  for (const { path, message } of issues) {
    const field = BASIC.includes(path) ? path : connectionField(hosts, services, path);
    const row = parameterRow(rows, path);
    if (field) fields[field] ??= said(path, message);
    else if (row) wrong[row.key] ??= { text: asSentence(message) };
    else elsewhere.push(t("{field}: {fault}.", { field: path, fault: message }));
  }
  return { fields, rows: wrong, elsewhere, count: Object.keys(fields).length + Object.keys(wrong).length };
}
