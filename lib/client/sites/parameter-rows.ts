import { isWithin } from "#lib/client/sites/is-within.ts";
import { createSite, type Site } from "#lib/contract/sites.ts";
import { t } from "#lib/words/t.ts";

export type Parameters = Site["parameters"];

/** A parameter as it is edited: a list has one argument on each line. */
export type ParameterRow = { key: string; name: string; kind: "value" | "list"; text: string };

/** What is wrong with a row, by its key. */
export type RowErrors = Readonly<Record<string, { name?: string; text?: string }>>;

export type ReadParameters = { ok: true; parameters: Parameters } | { ok: false; errors: RowErrors };

export const rowsOf = (parameters: Parameters): ParameterRow[] =>
  Object.entries(parameters).map(([name, value], place) => ({
    key: `row-${place}`,
    name,
    kind: Array.isArray(value) ? "list" : "value",
    text: Array.isArray(value) ? value.join("\n") : value,
  }));

/** A row of its own for a new parameter. Commands need lists, so that is the kind it starts with. */
export function newRow(rows: readonly ParameterRow[], name = ""): ParameterRow {
  const largest = Math.max(-1, ...rows.map(({ key }) => Number(key.slice("row-".length))));
  return { key: `row-${largest + 1}`, name, kind: "list", text: "" };
}

/** The rows as the contract wants them, or what is wrong with each. */
export function readRows(rows: readonly ParameterRow[]): ReadParameters {
  const errors: Record<string, { name?: string; text?: string }> = {};
  const parameters: Parameters = {};
  for (const row of rows) {
    const name = row.name.trim();
    const value = readText(row);
    const wrong = { ...nameError(name, parameters), ...textError(row, value) };
    if (Object.keys(wrong).length > 0) errors[row.key] = wrong;
    else parameters[name] = value;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, parameters };
}

const readText = ({ kind, text }: ParameterRow): string | string[] =>
  kind === "value" ? text.trim() : text.replace(/\s+$/, "").split(/\r?\n/);

const accepted = createSite.body.shape.parameters;

function nameError(name: string, earlier: Parameters): { name?: string } {
  if (name === "") return { name: t("Give it the name by which procedures ask for it.") };
  if (Object.hasOwn(earlier, name)) return { name: t("This name is used twice: remove one of them.") };
  if (accepted.safeParse({ [name]: "x" }).success) return {};
  return { name: t("Use lower-case letters, digits, _ and -, beginning with a letter, at most 64.") };
}

function textError({ kind, text }: ParameterRow, value: string | string[]): { text?: string } {
  if (text.trim() === "")
    return { text: kind === "list" ? t("Write one argument on each line.") : t("Write the value.") };
  if (Array.isArray(value)) {
    const empty = value.findIndex((line) => line.trim() === "");
    if (empty >= 0) return { text: t("Line {number} is empty: remove it.", { number: empty + 1 }) };
  }
  const result = accepted.safeParse({ x: value });
  if (result.success) return {};
  if (Array.isArray(value)) return { text: t("At most 64 lines of 4,096 characters.") };
  return {
    text: value.startsWith("-")
      ? t("A single value must not begin with -. Make it a list of arguments.")
      : t("At most 4,096 characters."),
  };
}

/** The row that the server speaks of: `parameters.stop.0`. */
export const parameterRow = (rows: readonly ParameterRow[], path: string): ParameterRow | undefined =>
  rows.find(({ name }) => isWithin(path, `parameters.${name.trim()}`));
