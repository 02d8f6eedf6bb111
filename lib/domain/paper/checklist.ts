import { escapeHtml, textHtml } from "#lib/domain/paper/escape-html.ts";
import {
  factsHtml,
  type HtmlFile,
  htmlFile,
  type Sheet,
  sheetOf,
  type Table,
  tableHtml,
} from "#lib/domain/paper/html-file.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** A line of a step: words, or a command as the machine reads it. */
export type CardLine = { label: string; words?: string | undefined; args?: readonly string[] | undefined };

export type Tickable = {
  number: string;
  title: string;
  /** What stands in its box; nothing: still to be ticked. */
  mark: "" | "✓" | "H" | "S" | "–" | "!";
  /** Whose site it is at, who ticked it, or why it need not be. */
  note: string;
};

export type Card = Tickable & {
  tags: readonly string[];
  caution: string | undefined;
  lines: readonly CardLine[];
  subSteps: readonly Tickable[];
  /** Whether there is room for who did it, and when. */
  open: boolean;
};

/** A procedure as people work through it with a pen, blank or as one run of it stands. */
export type Checklist = {
  title: string;
  mode: Mode | null;
  identity: string;
  /** What must be known before anything else is read. */
  notices: readonly string[];
  facts: readonly (readonly [label: string, value: string])[];
  tables: readonly (Table & { title: string; note?: string })[];
  phases: readonly { title: string; cards: readonly Card[] }[];
};

/** The checklist as one HTML file without anything beside it. */
export const checklistHtml = (checklist: Checklist): string => htmlFile(fileOf(checklist));

/** The same for a page that prints it. */
export const checklistSheet = (checklist: Checklist): Sheet => sheetOf(fileOf(checklist));

function fileOf({ title, mode, identity, notices, facts, tables, phases }: Checklist): HtmlFile {
  return {
    title,
    mode,
    identity,
    style: STYLE,
    body: `<h1>${escapeHtml(title)}</h1>
${notices.map((notice) => `<p class="notice">${textHtml(notice)}</p>`).join("")}
${factsHtml(facts)}
${tables
  .filter(({ rows }) => rows.length > 0)
  .map(
    (table) =>
      `<section><h2>${escapeHtml(table.title)}</h2>${table.note === undefined ? "" : `<p>${escapeHtml(table.note)}</p>`}${tableHtml(table)}</section>`,
  )
  .join("\n")}
${phases
  .map(
    (phase) => `<section><h2>${escapeHtml(phase.title)}</h2><ol>${phase.cards.map(cardHtml).join("\n")}</ol></section>`,
  )
  .join("\n")}`,
  };
}

const cardHtml = (card: Card): string => `<li class="card">
<div class="head">${boxHtml(card)}<h3>${escapeHtml(`${card.number} ${card.title}`)}</h3>${card.tags
  .map((tag) => `<span class="tag">${escapeHtml(tag)}</span>`)
  .join("")}</div>
<p class="state">${textHtml(card.note)}</p>
${card.caution === undefined ? "" : `<p class="caution"><b>${escapeHtml(t("CAUTION"))}</b> ${lineBreaks(card.caution)}</p>`}
<dl>${card.lines.map(lineHtml).join("")}</dl>
${card.subSteps.length > 0 ? `<ul>${card.subSteps.map(subStepHtml).join("")}</ul>` : ""}
${card.open ? roomHtml(card) : ""}
</li>`;

const lineHtml = ({ label, words, args }: CardLine): string =>
  `<dt>${escapeHtml(label)}</dt><dd>${args ? commandHtml(args) : lineBreaks(words ?? "")}</dd>`;

/** What goes on in the next line is set in, and a path ends its line at a slash. */
const commandHtml = (args: readonly string[]): string =>
  `<code>${escapeHtml(args.join(" ")).replace(/\/(?=[^/ ])/g, "/<wbr>")}</code>`;

const subStepHtml = (sub: Tickable): string =>
  `<li>${boxHtml(sub)}<span><b>${escapeHtml(sub.number)}</b> ${escapeHtml(sub.title)}${sub.note === "" ? "" : ` – <i>${textHtml(sub.note)}</i>`}</span></li>`;

/** Read aloud, the words beside it say the same. */
const boxHtml = ({ mark }: Tickable): string => `<span class="box" aria-hidden="true">${mark}</span>`;

const lineBreaks = (text: string): string => textHtml(text.trim()).replaceAll("\n", "<br>");

/** With the number of its step: of one that is longer than a page it may stand on the next. */
const roomHtml = ({ number }: Card): string =>
  `<div class="room">${[`${number}: ${t("Done by")}`, t("Time and zone"), t("What was seen, or why not done")]
    .map((label) => `<span>${escapeHtml(label)}</span>`)
    .join("")}</div>`;

const STYLE = `
.notice,.caution{border:2px solid;padding:6px 10px;margin:8px 0;break-inside:avoid;overflow-wrap:anywhere}
.caution{border-left-width:8px}
td:empty{min-width:14em}ol,ul{list-style:none;margin:0;padding:0}
.card{border:1px solid var(--quiet);padding:8px 12px;margin:0 0 8px;break-inside:avoid}
.head{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 10px}.head h3{margin:0;font-size:15px;flex:1 1 12em}
.tag{border:1px solid;padding:0 5px;font-size:11px;white-space:nowrap}
.box{flex:none;display:inline-block;width:16px;height:16px;line-height:15px;border:1.5px solid;text-align:center;font-weight:700;font-size:13px}
.box:empty::before{content:"\\200b"}
.state{margin:2px 0 6px 28px;font-weight:600;overflow-wrap:anywhere}
.card dl,.card ul,.card .caution,.room{margin-left:28px}.card dl{grid-template-columns:8em 1fr}
code{display:block;padding-left:1.5em;text-indent:-1.5em}
.card ul{margin-top:6px}.card ul li{display:flex;align-items:baseline;gap:8px;padding:2px 0;break-inside:avoid}.card ul span:last-child{overflow-wrap:anywhere}
.room{display:grid;grid-template-columns:1fr 1fr 2fr;gap:12px;margin-top:34px}.room span{border-top:1px solid;font-size:11px;color:var(--quiet)}
@media (max-width:600px){td:empty{min-width:7em}td:empty:nth-child(2):last-child{min-width:14em}.card dl,.card ul,.card .caution,.room,.state{margin-left:0}dl,.card dl{grid-template-columns:1fr}dd{margin-bottom:4px}.room{grid-template-columns:1fr;gap:30px}}
`;
