import { escapeHtml, textHtml } from "#lib/domain/paper/escape-html.ts";
import { pageNumber } from "#lib/domain/paper/page-number.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { telephoneAddress } from "#lib/domain/telephone-address.ts";
import { locale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

export type HtmlFile = {
  title: string;
  /** Of the run it is about; null where it is about none. */
  mode: Mode | null;
  /** Said again at the head of each printed page: mode and run first. */
  identity: string;
  /** HTML, everything in it escaped already. */
  body: string;
  style: string;
};

/** Where the service worker says that nobody is connected: no text of people can hold it, because that is escaped. */
export const OFFLINE_MARK = "<!--offline-->";

/**
 * One HTML file without anything beside it: no script, no address it would fetch from, opens from disk, prints on A4 and
 * Letter. The head of a table is the one thing that every browser repeats on each printed page.
 */
export function htmlFile(file: HtmlFile): string {
  const { rules, html } = sheetOf(file);
  return `<!doctype html>
<html lang="${locale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(file.title)}</title>
<style>${rules}</style>
</head>
${html}
</html>
`;
}

/** What a page of the console prints: the rules of the file, and its body. */
export type Sheet = { rules: string; html: string };

export const sheetOf = ({ mode, identity, body, style }: HtmlFile): Sheet => ({
  rules: `${FRAME}${paper()}${mode === "drill" ? watermark() : ""}${style}`,
  html: `<body class="${mode ?? "none"}">
${OFFLINE_MARK}
<table class="paper-sheet" role="presentation"><thead><tr><td class="identity"><header>${textHtml(identity)}</header></td></tr></thead>
<tbody><tr><td><main>
${body}
</main></td></tr></tbody></table>
</body>`,
});

/** What stands in a table; a telephone is dialled by pressing it. */
export type Cell = string | { telephone: string };

export type Table = { head: readonly string[]; rows: readonly (readonly Cell[])[] };

/** More columns than these do not fit beside each other in a small window: there each row is a list, in which each line has its head. */
const FIT_A_PHONE = 3;

export function tableHtml({ head, rows }: Table): string {
  const wide = head.length > FIT_A_PHONE;
  const cells = (row: readonly Cell[]) => row.map((cell, place) => cellHtml(cell, wide ? head[place] : undefined));
  return `<table${wide ? ' class="wide"' : ""}><thead><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join("")}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells(row).join("")}</tr>`)
    .join("")}</tbody></table>`;
}

function cellHtml(cell: Cell, head: string | undefined): string {
  const told = head === undefined ? "" : ` data-head="${escapeHtml(head)}"`;
  if (typeof cell === "string") return `<td${isBroken(cell) ? ' class="broken"' : ""}${told}>${textHtml(cell)}</td>`;
  const { telephone } = cell;
  return `<td${told}><a href="${escapeHtml(telephoneAddress(telephone))}">${escapeHtml(telephone)}</a></td>`;
}

/** A digest or an address is broken anywhere, a word nowhere. */
export const isBroken = (cell: string): boolean => /\S{24}/.test(cell);

export const factsHtml = (facts: readonly (readonly [label: string, value: string])[]): string =>
  `<dl>${facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${textHtml(value)}</dd>`).join("")}</dl>`;

/** The system's own, and where that has no Japanese, one that has. */
const FONTS = `system-ui,"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans CJK JP",sans-serif`;

const paper = (): string =>
  `@page{margin:12mm 12mm 14mm;@bottom-right{content:${pageNumber()};font:10px ${FONTS};color:#16191d}}\n`;

/** Behind what is written, on the screen and on each printed page; read aloud, the words say it. */
const watermark = (): string =>
  `body.drill::after{content:"${t("DRILL")}"/"";position:fixed;inset:0;z-index:-1;display:grid;place-items:center;font-size:min(24vw,170px);font-weight:700;letter-spacing:.1em;color:var(--drill);opacity:.13;transform:rotate(-24deg);pointer-events:none}\n`;

/**
 * Nothing is told by colour alone, nor by a background, which most printers leave out. A page of the console prints the
 * same in a shadow tree: its host is what the root is to the file. On the screen a file is as dark, and as strong in
 * contrast, as the system, because it is opened at night; paper is white. Not with light-dark(), which the browser of a
 * machine that stands beside the console may be too old for.
 */
const FRAME = `
:root,:host{color-scheme:light;--fg:#16191d;--quiet:#565d68;--line:#868d98;--ground:#fff;--shade:#f2f4f7;--note:#fff3cd;--drill:#a3219b;--link:#285a80;font:14px/1.5 ${FONTS};overflow-wrap:normal;color:var(--fg)}:root{background:var(--ground)}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--fg:#eceef1;--quiet:#979eab;--line:#727a87;--ground:#0c0e11;--shade:#1d2126;--note:#2b210d;--drill:#e3a3f2;--link:#9dc4e2}}
@media screen and (prefers-contrast:more){:root{--fg:#000;--quiet:#000;--line:#000;--ground:#fff;--shade:#fff;--note:#fff}}
@media screen and (prefers-contrast:more) and (prefers-color-scheme:dark){:root{--fg:#fff;--quiet:#fff;--line:#fff;--ground:#000;--shade:#000;--note:#000}}
a{color:var(--link)}
body{margin:0 auto;max-width:1100px;padding:24px}
.paper-sheet{width:100%;border-collapse:collapse;table-layout:fixed}.paper-sheet>*>tr>td{border:0;padding:0}
.paper-sheet .identity{font-weight:600;padding:0 0 8px;overflow-wrap:anywhere}
.paper-sheet .identity::before{content:"";display:block;border-top:6px solid;margin-bottom:6px}
.drill .paper-sheet .identity::before{border-top:6px dashed var(--drill)}
h1{font-size:22px;line-height:1.25;margin:0 0 8px}h2{font-size:17px;margin:28px 0 8px}h3{font-size:14px;margin:16px 0 4px}
h1,h2,h3{break-after:avoid;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(7em,14em) 1fr;gap:2px 16px;margin:0}dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
main table{border-collapse:collapse;width:100%;font-size:12px}
th,main td{border:1px solid var(--line);padding:4px 6px;text-align:left;vertical-align:top}
main td{white-space:pre-line}.whole{white-space:nowrap}.broken{overflow-wrap:anywhere}th{background:var(--shade)}main tr,dl>*{break-inside:avoid}thead{break-after:avoid}
pre,code{font-family:ui-monospace,monospace}
pre{border:1px solid var(--line);padding:8px;white-space:pre-wrap;overflow-wrap:anywhere;font-size:12px}
.offline{position:sticky;top:0;border:3px solid;padding:8px 12px;margin:0 0 12px;background:var(--note)}
:root:lang(ja),:host(:lang(ja)){line-break:strict;word-break:auto-phrase;overflow-wrap:break-word}
@media (max-width:600px){body{padding:12px}dl{grid-template-columns:8em minmax(0,1fr)}main td:not(.broken){overflow-wrap:break-word}.offline{font-size:12px;line-height:1.4;padding:6px 8px}}
:root:has(.offline){scroll-padding-top:9rem}
@media screen and (max-width:700px){.wide,.wide tbody,.wide tr{display:block}.wide thead,.wide td:empty{display:none}.wide tr{border:1px solid var(--line);padding:2px 6px;margin-bottom:6px}main .wide td{display:flow-root;border:0;padding:2px 0 2px 8em}.wide td::before{content:attr(data-head);float:left;width:7em;margin-left:-8em;color:var(--quiet)}}
@media print{body{padding:0;max-width:none}.offline{position:static}:root,:host{font-size:12px}h1{font-size:19px}h2{margin-top:16px}}
`;
