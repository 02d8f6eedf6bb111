import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { explain, isFullWidth, type Located, type Path, pathText } from "#lib/domain/explain-issue.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import { checkProcedure } from "#lib/domain/procedure-check.ts";
import { excess, MAX_DEPTH, tooDeep } from "#lib/server/procedures/text-limits.ts";
import { t } from "#lib/words/t.ts";

/** One thing wrong with a document: the field as `phases[0].steps[3].title` ("" for the whole), its line if known. */
export type ProcedureIssue = { path: string; line: number | null; message: string };

export type ParsedProcedure = { ok: true; procedure: Procedure } | { ok: false; issues: ProcedureIssue[] };

const MAX_ISSUES = 50;

/** Reads a procedure document. JSON is read as the YAML that it is, so that both name the line of a field. */
export function parseProcedure(text: string, format: "yaml" | "json" = "yaml"): ParsedProcedure {
  const tooMuch = excess(text);
  if (tooMuch) return refused([{ path: "", line: tooMuch.line, message: tooMuch.message }]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "core",
    prettyErrors: false,
    lineCounter: lines,
    uniqueKeys: false, // it compares each with each: `forbidden` finds them in one pass
  });
  const malformed = [
    ...document.errors.slice(0, MAX_ISSUES).map((error) => ({ at: error.pos[0], message: yamlMessage(error, text) })),
    ...forbidden(document, text),
  ].map(({ at, message }) => ({ path: "", line: lines.linePos(at).line, message }));
  if (malformed.length > 0) return refused(malformed);
  const notJson = format === "json" ? jsonIssue(text) : null;
  if (notJson) return refused([notJson]);
  const checked = check(document);
  const otherwise = checked.ok ? readOtherwise(document) : [];
  if (otherwise.length > 0)
    return refused(otherwise.map(({ at, message }) => ({ path: "", line: lines.linePos(at).line, message })));
  if (checked.ok) return checked;
  return refused(
    checked.issues.slice(0, MAX_ISSUES).map(({ path, message }) => {
      const at = positionOf(document, path);
      const field = pathText(path);
      return {
        path: field,
        line: at === null ? null : lines.linePos(at).line,
        message: t("{field}: {fault}.", { field: field || t("The document"), fault: message }),
      };
    }),
  );
}

const refused = (issues: ProcedureIssue[]): ParsedProcedure => ({ ok: false, issues: issues.slice(0, MAX_ISSUES) });

function check(document: Document): { ok: true; procedure: Procedure } | { ok: false; issues: Located[] } {
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const read = Procedure.safeParse(value);
  if (!read.success) {
    const written = (path: Path) => sourceAt(document, path);
    return {
      ok: false,
      issues: read.error.issues.slice(0, MAX_ISSUES).flatMap((issue) => explain(issue, value, written)),
    };
  }
  const issues = checkProcedure(read.data);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, procedure: read.data };
}

function yamlMessage(error: YAMLError, text: string): string {
  if (isFullWidth(lineAt(text, error.pos[0]).replace(/^[ \t]*(- )*/, "")))
    return t(
      "A colon or a blank is written in full width here: write “: ” and the blanks before a field in half width.",
    );
  switch (error.code) {
    case "MULTIPLE_DOCS":
      return t("The file holds more than one document: keep one.");
    case "TAB_AS_INDENT":
      return t("This is not well-formed: a tab does not indent. Use spaces.");
    case "BAD_INDENT":
      return t("This is not well-formed: the indentation does not fit. Line up what belongs together.");
    case "MISSING_CHAR":
      return t("This is not well-formed: a closing bracket, a quote or a colon is missing.");
    case "BAD_DQ_ESCAPE":
      return t(
        "This is not well-formed: a backslash stands before a letter that it does not go with. Write two, or use single quotes.",
      );
    case "BAD_SCALAR_START":
      return t("This is not well-formed: the value begins with a sign that means something else. Put it in quotes.");
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
    case "MULTILINE_IMPLICIT_KEY":
      return t(
        "This is not well-formed: a list or a field stands where one value is expected. Put text with a colon in quotes; give a list or a field a line of its own.",
      );
    case "UNEXPECTED_TOKEN":
      return t("This is not well-formed: something stands here that does not belong here.");
    default:
      return t("This is not well-formed.");
  }
}

function lineAt(text: string, at: number): string {
  const begin = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return text.slice(begin, end === -1 ? undefined : end);
}

const shortTag = (tag: string): string => tag.replace("tag:yaml.org,2002:", "!!");

/** What stands in a text that was read in another encoding than it was written in. */
const UNREAD = "\uFFFD";

/** Neither the database nor the canonical form can hold these. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** Where text was cut at " #": YAML takes what follows on that line for a comment, and leaves it out without a word. */
function cutAt({ type, value, source, range }: Scalar, text: string): number | null {
  if (type !== "PLAIN" || !range || !(typeof value === "string" || source === "")) return null;
  return /^[ \t]*#/.test(text.slice(range[1], range[2])) ? range[1] : null;
}

const cutShort = () =>
  t(
    "What follows # on this line would be left out, as a comment. Put the text in quotes; if it is a comment, give it a line of its own.",
  );

/**
 * What YAML could say and a procedure may not: references, tags, keys that are no words, text that a comment cuts short, too
 * deep a nesting.
 */
function forbidden(document: Document, text: string): { at: number; message: string }[] {
  const found: { at: number; message: string }[] = [];
  const refuse = (node: Node, message: string) => found.push({ at: node.range?.[0] ?? 0, message });
  visit(document, {
    Node(_, node, ancestors) {
      if (isAlias(node))
        refuse(node, t('References such as "*{name}" are not allowed: write the value out.', { name: node.source }));
      else if (node.tag !== undefined)
        refuse(node, t('Tags such as "{tag}" are not allowed: remove it.', { tag: shortTag(node.tag) }));
      for (const key of isMap(node) ? repeatedKeys(node) : []) {
        refuse(key, t("The same field is written twice: remove one of them."));
      }
      const at = isScalar(node) ? cutAt(node, text) : null;
      if (at !== null) found.push({ at, message: cutShort() });
      if (isScalar(node) && typeof node.value === "string" && !isStorable(node.value)) {
        refuse(node, t("This text holds NUL or half of a character pair: remove it."));
      }
      if (isScalar(node) && typeof node.value === "string" && node.value.includes(UNREAD)) {
        refuse(node, t("This text holds letters that could not be read: save the file as UTF-8."));
      }
      if (ancestors.filter(isCollection).length >= MAX_DEPTH) {
        refuse(node, tooDeep());
        return visit.BREAK;
      }
      return undefined;
    },
    Pair(_, pair) {
      if (isNode(pair.key) && !isScalar(pair.key)) refuse(pair.key, t("The name of a field must be a word."));
    },
  });
  return found;
}

/** Whole numbers that are others once they are read: 0312345678, or one of more digits than a number keeps. */
function readOtherwise(document: Document): { at: number; message: string }[] {
  const found: { at: number; message: string }[] = [];
  visit(document, {
    Scalar(place, { value, source = "", range }) {
      if (place === "key" || typeof value !== "number" || !/^\d+$/.test(source) || String(value) === source) return;
      const message = t(
        'This would be read as the number {number}. Put it in quotes, "{written}", or write that number.',
        { number: value, written: source },
      );
      found.push({ at: range?.[0] ?? 0, message });
    },
  });
  return found;
}

function repeatedKeys(map: YAMLMap): Scalar[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (seen.has(name)) return [key];
    seen.add(name);
    return [];
  });
}

function jsonIssue(text: string): ProcedureIssue | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    return {
      path: "",
      line: line === undefined ? null : Number(line),
      message: t("This is not JSON. It may hold a comment, a comma too many, or a name without quotes."),
    };
  }
}

function sourceAt(document: Document, path: Path): string | undefined {
  const node = document.getIn(path, true);
  return isScalar(node) ? node.source : undefined;
}

/** Where the field is written; for one that is missing, where the nearest field around it is. */
function positionOf(document: Document, path: Path): number | null {
  let node: unknown = document.contents;
  let at = isNode(node) ? (node.range?.[0] ?? null) : null;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (!isScalar(pair?.key)) return at;
      at = pair.key.range?.[0] ?? at;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (isNode(node)) at = node.range?.[0] ?? at;
    } else return at;
  }
  return at;
}
