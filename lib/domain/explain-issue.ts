import type { z } from "zod";
import { type PlainSentence, row, t, tn } from "#lib/words/t.ts";

type ZodIssue = z.core.$ZodIssue;
export type Path = (string | number)[];
export type Located = { path: Path; message: string };

/** A field that a keyboard for Japanese wrote: YAML knows neither its colon nor its blank. */
export const isFullWidth = (field: string): boolean => /^(\u3000|[A-Za-z]+(\uff1a|:\u3000))/.test(field);

/** How the value of a field stands in the text: 1.10 and 0312 are other numbers once they are read. */
type Written = (path: Path) => string | undefined;

/** What was read for a field, and how it is written. */
type Given = { value: unknown; written: string };

/** A document as it was read, with the text that it was read from where there is one. */
type Read = { document: unknown; written: Written };

/** What is wrong with a field and what to do about it, in words for the person who wrote the document. */
export const explain = (issue: ZodIssue, document: unknown, written: Written = () => undefined): Located[] =>
  explainAt(issue, { document, written }, []);

function explainAt(issue: ZodIssue, read: Read, at: Path): Located[] {
  const path = [...at, ...issue.path.map((part) => (typeof part === "number" ? part : String(part)))];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: isFullWidth(key)
          ? t("is not a field that is known here; write its colon and the blanks before it in half width")
          : t("is not a field that is known here; correct its name or remove it"),
      }));
    case "invalid_union":
      return explainUnion(issue, read, path);
    case "invalid_key":
      return issue.issues.map((inner) => ({
        path,
        message: t("has a name that {fault}", { fault: explainOne(inner, { value: undefined, written: "" }) }),
      }));
    default:
      return [{ path, message: explainOne(issue, givenAt(read, path)) }];
  }
}

/** The branch that got furthest is the one the author meant. */
function explainUnion(issue: Extract<ZodIssue, { code: "invalid_union" }>, read: Read, path: Path): Located[] {
  const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0));
  const named = meant?.flatMap((inner) => explainAt(inner, read, path)) ?? [];
  const missing = named.some((inner) => valueAt(read.document, inner.path) === undefined);
  if (named.length > 0 && !missing) return named;
  return [
    {
      path,
      message: t("must be text, {run} or {site}, not {kind}", {
        run: "{ run: ... }",
        site: "{ site: ... }",
        kind: kindOf(givenAt(read, path)),
      }),
    },
  ];
}

function explainOne(issue: ZodIssue, given: Given): string {
  switch (issue.code) {
    case "invalid_type":
      return explainType(issue.expected, given);
    case "invalid_value":
      if (given.value === undefined) return t("is missing; add it ({what})", { what: row(issue.values.map(quoted)) });
      return issue.values.length === 1
        ? t("must be {what}", { what: issue.values.map(quoted).join("") })
        : t("must be one of {choices}, not {what}", { choices: row(issue.values.map(quoted)), what: shown(given) });
    case "invalid_format":
      return t("must be {what}", { what: issue.message });
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, PlainSentence>> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

function explainType(expected: string, given: Given): string {
  const { value, written } = given;
  const type = TYPES[expected];
  const wanted = type ? t(type) : expected;
  if (value === undefined) return t("is missing; add it ({what})", { what: wanted });
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return t('must be text; put it in quotes, "{value}"', { value: written });
  }
  return t("must be {what}, not {kind}", { what: wanted, kind: kindOf(given) });
}

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  if (origin === "string") return t("must not be empty");
  if (origin === "array") return tn("must have at least {count} item", "must have at least {count} items", least);
  return inclusive ? t("must be at least {least}", { least }) : t("must be more than {least}", { least });
}

function tooBig(origin: string, most: number): string {
  if (origin === "string") return t("must have at most {most} characters", { most });
  return origin === "array"
    ? tn("must have at most {count} item", "must have at most {count} items", most)
    : t("must be at most {most}", { most });
}

function kindOf(given: Given): string {
  const { value } = given;
  if (value === null || value === undefined) return t("nothing");
  if (Array.isArray(value)) return t("a list");
  return typeof value === "object" ? t("a group of fields") : shown(given);
}

const quoted = (value: unknown): string => (typeof value === "string" ? `"${value}"` : String(value));

function shown(given: Given): string {
  const { value, written } = given;
  if (typeof value === "object" && value !== null) return kindOf(given);
  const text = typeof value === "string" ? quoted(value) : written;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function givenAt({ document, written }: Read, path: Path): Given {
  const value = valueAt(document, path);
  return { value, written: written(path) ?? String(value) };
}

function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

/** A field as `phases[0].steps[3].title`. */
export const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === "number" ? `[${part}]` : `${i === 0 ? "" : "."}${part}`)).join("");
