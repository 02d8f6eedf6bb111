import type { z } from "zod";

type ZodIssue = z.core.$ZodIssue;
export type Path = (string | number)[];
export type Located = { path: Path; message: string };

/** What is wrong with a field and what to do about it, in words for the person who wrote the document. */
export function explain(issue: ZodIssue, document: unknown, at: Path = []): Located[] {
  const path = [...at, ...issue.path.map((part) => (typeof part === "number" ? part : String(part)))];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: "is not a field that is known here; correct its name or remove it",
      }));
    case "invalid_union":
      return explainUnion(issue, document, path);
    case "invalid_key":
      return issue.issues.map((inner) => ({ path, message: `has a name that ${explainOne(inner, undefined)}` }));
    default:
      return [{ path, message: explainOne(issue, valueAt(document, path)) }];
  }
}

/** The branch that got furthest is the one the author meant. */
function explainUnion(issue: Extract<ZodIssue, { code: "invalid_union" }>, document: unknown, path: Path): Located[] {
  const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0));
  const value = valueAt(document, path);
  const named = meant?.flatMap((inner) => explain(inner, document, path)) ?? [];
  const missing = named.some((inner) => valueAt(document, inner.path) === undefined);
  if (named.length > 0 && !missing) return named;
  return [{ path, message: `must be text, { run: ... } or { site: ... }, not ${kindOf(value)}` }];
}

function explainOne(issue: ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return explainType(issue.expected, value);
    case "invalid_value":
      if (value === undefined) return `is missing; add it (${issue.values.map(quoted).join(", ")})`;
      return issue.values.length === 1
        ? `must be ${issue.values.map(quoted).join("")}`
        : `must be one of ${issue.values.map(quoted).join(", ")}, not ${shown(value)}`;
    case "invalid_format":
      return `must be ${issue.message}`;
    case "too_small":
      return `must ${size(issue.origin, "at least", issue.minimum)}`;
    case "too_big":
      return `must ${size(issue.origin, "at most", issue.maximum)}`;
    default:
      return issue.message;
  }
}

const TYPES: Record<string, string> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

function explainType(expected: string, value: unknown): string {
  const wanted = TYPES[expected] ?? expected;
  if (value === undefined) return `is missing; add it (${wanted})`;
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return `must be text; put it in quotes, "${value}"`;
  }
  return `must be ${wanted}, not ${kindOf(value)}`;
}

function size(origin: string, bound: "at least" | "at most", limit: number | bigint): string {
  if (origin === "string") {
    return bound === "at least" ? "not be empty; write something or remove it" : `have ${bound} ${limit} characters`;
  }
  return origin === "array" ? `have ${bound} ${limit} ${limit === 1 ? "item" : "items"}` : `be ${bound} ${limit}`;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a group of fields" : shown(value);
}

const quoted = (value: unknown): string => (typeof value === "string" ? `"${value}"` : String(value));

function shown(value: unknown): string {
  const text = typeof value === "object" && value !== null ? kindOf(value) : quoted(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
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
