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
import { explain, type Located, type Path, pathText } from "#lib/domain/explain-issue.ts";
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
    ...document.errors.map((error) => ({ at: error.pos[0], message: yamlMessage(error) })),
    ...forbidden(document),
  ].map(({ at, message }) => ({ path: "", line: lines.linePos(at).line, message }));
  if (malformed.length > 0) return refused(malformed);
  const notJson = format === "json" ? jsonIssue(text) : null;
  if (notJson) return refused([notJson]);
  const checked = check(document.toJS({ maxAliasCount: 0 }));
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

function check(value: unknown): { ok: true; procedure: Procedure } | { ok: false; issues: Located[] } {
  const read = Procedure.safeParse(value);
  if (!read.success) return { ok: false, issues: read.error.issues.flatMap((issue) => explain(issue, value)) };
  const issues = checkProcedure(read.data);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, procedure: read.data };
}

function yamlMessage(error: YAMLError): string {
  switch (error.code) {
    case "MULTIPLE_DOCS":
      return t("The file holds more than one document: keep one.");
    default:
      return t("This is not well-formed: {reason}.", { reason: error.message });
  }
}

const shortTag = (tag: string): string => tag.replace("tag:yaml.org,2002:", "!!");

/** Neither the database nor the canonical form can hold these. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** What YAML could say and a procedure may not: references, tags, keys that are no words, too deep a nesting. */
function forbidden(document: Document): { at: number; message: string }[] {
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
      if (isScalar(node) && typeof node.value === "string" && !isStorable(node.value)) {
        refuse(node, t("This text holds NUL or half of a character pair: remove it."));
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
    const message = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)/.exec(message)?.[1];
    return {
      path: "",
      line: line === undefined ? null : Number(line),
      message: t("This is not JSON: {reason}.", { reason: message }),
    };
  }
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
