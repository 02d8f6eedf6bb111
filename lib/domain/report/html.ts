import { escapeHtml } from "#lib/domain/paper/escape-html.ts";
import { factsHtml, htmlFile, tableHtml } from "#lib/domain/paper/html-file.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { isEmpty, reportSections, type Section } from "#lib/domain/report/sections.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";
import { t } from "#lib/words/t.ts";

/** A report as one HTML file without anything beside it. */
export function reportHtml(report: Report): string {
  const mode = report.mode === "drill" ? t("DRILL") : t("LIVE");
  const title = t("{run}, report", { run: `${mode} ${report.run}` });
  const written = `${report.procedure.title} v${report.procedure.version}`;
  return htmlFile({
    title,
    mode: report.mode,
    identity: `${title}: ${written}`,
    style: STYLE,
    body: `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(written)}</p>
${reportSections(report)
  .map((section) => sectionHtml(section, report))
  .join("\n")}`,
  });
}

function sectionHtml(section: Section, report: Report): string {
  const { title, note, empty, facts, drawn, table, texts } = section;
  const picture = drawn ? [sideways(), `<div class="drawn" tabindex="0">${timelineSvg(report)}</div>`].join("") : "";
  const beside = note === undefined ? "" : ` <small>${escapeHtml(note)}</small>`;
  const nothing = isEmpty(section);
  return `<section><h2>${escapeHtml(title)}${beside}</h2>${picture}${nothing ? `<p>${escapeHtml(empty ?? "")}</p>` : ""}${
    facts && !nothing ? factsHtml(facts) : ""
  }${table && !nothing ? tableHtml(table) : ""}${(texts ?? [])
    .map((one) => `<h3>${escapeHtml(one.title)}</h3><pre>${escapeHtml(one.text)}</pre>`)
    .join("")}</section>`;
}

const sideways = (): string => `<p class="sideways">${escapeHtml(t("The picture scrolls sideways."))}</p>`;

/** Tables are wide, so A4 holds them in smaller type only. The picture is drawn for paper, and follows the theme. */
const STYLE = `small::before{content:"– "}small{font-size:12px;font-weight:400;color:var(--quiet)}
.sideways{display:none;margin:0 0 4px;color:var(--quiet)}
@media screen{.drawn{overflow-x:auto}svg{min-width:800px}}@media screen and (max-width:847px){.sideways{display:block}}
dl+table{margin-top:8px}
svg{width:100%;height:auto;margin-bottom:8px;break-inside:avoid}
svg>[fill="#fff"]{fill:var(--ground)}svg>text,svg>[fill="#16191d"]{fill:var(--fg)}svg>[stroke]{stroke:var(--quiet)}
@media print{main table{font-size:10px}th,main td{padding:3px 4px}}`;
