import { parseSync, visitorKeys } from "oxc-parser";

/** A text in a source file that no catalogue holds, and its line. */
type Outside = { line: number; text: string };

type Node = { type: string; start: number; [field: string]: unknown };

/** Calls whose texts nobody reads on a page: styles, names in the code, and errors that only a log shows. */
const UNREAD_CALLS = new Set([
  "classNames",
  "Error",
  "TypeError",
  "RangeError",
  "Symbol",
  "for",
  "RegExp",
  "subscribe",
  "runPart",
]);
/** Where a style or an identifier stands, and where the documentation of the API stands, which is English. */
const UNREAD_NAMES =
  /^(className|class|style|id|summary|about|sizes|viewBox|d|allow|rel|autoComplete)$|ClassName$|Class$|Style$/;
const SQL = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|LISTEN|NOTIFY|SET|CREATE|LOCK|BEGIN|COMMIT|COPY|TABLE|FROM|WHERE)\b/;
const LOWER_SQL =
  /^\s*(select\s|listen\s|insert into\s|update \w+( \w+)? set\s|delete from\s|with \w+ as\s|set transaction\s|[\w.]+ is (not )?null and\s|\w+(, \w+){9})/;
const OPERATION = /^(GET|POST|PUT|PATCH|DELETE) \//;
const PROSE = /\p{L}{2,}[^\p{L}]*\s+[^\p{L}]*\p{L}{2,}/u;
/** One word that joins two values, or stands beside one: "{} needs {}.", "{} steps". */
const JOINT = /(\{\}[.,:;]? \p{Ll}{2,}|(^| )\p{Ll}{2,}[,:]? \{\})([.,:;!?…\s]|$)/u;
const WORD = /^\p{Lu}\p{Ll}{2,}[.:…]?$/u;
const STYLE = /(^|\s)(\S*[a-z0-9]-[a-z0-9[]\S*|\S+:[a-z[-]\S*|grid|flex|block|relative|absolute|sticky)(\s|$)/;

/** Every text of `source` that people would read, and that is neither in `known` nor one of `names`. */
export function textsOutside(file: string, source: string, known: ReadonlySet<string>, names: ReadonlySet<string>) {
  const found: Outside[] = [];
  const note = (node: Node, text: string) => {
    const told = text.trim().replace(/\s+/g, " ");
    if (known.has(text) || names.has(told)) return;
    found.push({ line: source.slice(0, node.start).split("\n").length, text: told });
  };
  walk(parseSync(file, source).program as unknown as Node, note);
  return found;
}

function walk(node: Node, note: (node: Node, text: string) => void): void {
  switch (node.type) {
    case "JSXText":
      if (/\p{L}{2,}/u.test(String(node.value))) note(node, String(node.value));
      return;
    case "Literal":
      if (typeof node.value === "string" && isRead(node.value)) note(node, node.value);
      return;
    case "TemplateLiteral": {
      const text = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("{}");
      if (isRead(text)) note(node, text);
      break;
    }
  }
  if (isUnread(node)) return;
  // The first text of `tn` is English alone; its second is checked.
  if (node.type === "CallExpression" && nameOf(node.callee) === "tn") {
    for (const child of (node.arguments as Node[]).slice(1)) walk(child, note);
    return;
  }
  for (const key of visitorKeys[node.type] ?? []) {
    if (key === "key" && node.type === "Property" && node.computed === false) continue;
    for (const child of [node[key]].flat()) if (child && typeof child === "object") walk(child as Node, note);
  }
}

const isRead = (text: string): boolean =>
  ((PROSE.test(text) || JOINT.test(text)) &&
    !(STYLE.test(text) && !/[.!?…]$/.test(text)) &&
    !SQL.test(text) &&
    !LOWER_SQL.test(text) &&
    !OPERATION.test(text)) ||
  WORD.test(text);

/** What is below it is no text for people. */
function isUnread(node: Node): boolean {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "TaggedTemplateExpression":
    case "TSLiteralType":
    case "TSTypeAnnotation":
    case "TSTypeAliasDeclaration":
    case "TSTypeParameterInstantiation":
      return true;
    case "ExpressionStatement":
      return typeof node.directive === "string";
    case "JSXAttribute":
      return UNREAD_NAMES.test(nameOf(node.name));
    case "Property":
      return UNREAD_NAMES.test(nameOf(node.key));
    case "VariableDeclarator":
      return UNREAD_NAMES.test(nameOf(node.id));
    case "NewExpression":
      return UNREAD_CALLS.has(nameOf(node.callee));
    case "CallExpression":
      return UNREAD_CALLS.has(nameOf(node.callee)) || isLog(node.callee as Node);
    default:
      return false;
  }
}

const isLog = (callee: Node): boolean =>
  callee.type === "MemberExpression" && /^(log|logger|console)$/.test(nameOf(callee.object));

const nameOf = (node: unknown): string => {
  if (typeof node !== "object" || node === null) return "";
  if ("name" in node && typeof node.name === "string") return node.name;
  return "property" in node ? nameOf(node.property) : "";
};
