import { createContext, Script } from "node:vm";
import { z } from "zod";

/** Where an output of a step is found in what its action wrote. */
export type Source = {
  name: string;
  type: "text" | "integer";
  from: { json: string } | { pattern: string };
  optional?: boolean | undefined;
};

export type Captured = { outputs: Record<string, string>; missing: string[] };

/** A pattern that needs longer than this on an output of at most 10 MiB would stop everything else the worker does. */
const PATTERN_MILLISECONDS = 1_000;

/** The outputs that were found, and the names of those that should have been and were not. */
export function capture(sources: readonly Source[], text: string): Captured {
  const outputs: Record<string, string> = {};
  const missing: string[] = [];
  for (const { name, from, optional } of sources) {
    const value = "json" in from ? fromJson(from.json, text) : lastMatch(from.pattern, text);
    if (value !== null) outputs[name] = value;
    else if (!optional) missing.push(name);
  }
  return { outputs, missing };
}

/** The whole text as JSON, or the last line that is an object of its own. */
function fromJson(pointer: string, text: string): string | null {
  const candidates = [
    text,
    ...text
      .split("\n")
      .reverse()
      .slice(0, 1_000)
      .filter((line) => line.trim().startsWith("{")),
  ];
  for (const candidate of candidates) {
    const value = valueAt(parsed(candidate), pointer);
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** RFC 6901; undefined where there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const LAST_MATCH = new Script(
  "let found = null; for (const match of text.matchAll(new RegExp(pattern, 'gm'))) found = match[1] ?? null; found",
);

/** The group of the last match. In a context of its own, because only there can a pattern that never ends be stopped. */
function lastMatch(pattern: string, text: string): string | null {
  try {
    const found = LAST_MATCH.runInContext(createContext({ text, pattern }), { timeout: PATTERN_MILLISECONDS });
    return z.string().nullable().parse(found)?.trim() ?? null;
  } catch (error) {
    // The error comes from the other context, so it is none of our Error.
    if (typeof error === "object" && error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return null;
    throw error;
  }
}
