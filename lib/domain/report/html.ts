import { escapeHtml } from "#lib/domain/report/escape-html.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { reportSections, type Section, type Table } from "#lib/domain/report/sections.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";

/** A report as one HTML file without anything beside it: opens from disk, and prints on A4 and Letter. */
export function reportHtml(report: Report): string {
  const mode = report.mode === "drill" ? "DRILL" : "LIVE";
  const title = `${mode} ${report.run}, report`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body class="${report.mode}">
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(report.procedure.title)} v${report.procedure.version}</p></header>
${reportSections(report)
  .map((section) => sectionHtml(section, report))
  .join("\n")}
</body>
</html>
`;
}

function sectionHtml({ title, empty, facts, table, texts }: Section, report: Report): string {
  const picture = title === "Timeline" ? timelineSvg(report) : "";
  const nothing = empty !== undefined && (table?.rows.length ?? 0) === 0;
  return `<section><h2>${escapeHtml(title)}</h2>${picture}${nothing ? `<p>${escapeHtml(empty)}</p>` : ""}${
    facts
      ? `<dl>${facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>`
      : ""
  }${table && !nothing ? tableHtml(table) : ""}${(texts ?? [])
    .map((one) => `<h3>${escapeHtml(one.title)}</h3><pre>${escapeHtml(one.text)}</pre>`)
    .join("")}</section>`;
}

const tableHtml = ({ head, rows }: Table): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join("")}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`)
    .join("")}</tbody></table>`;

const STYLE = `
:root{color-scheme:light;font:14px/1.5 system-ui,sans-serif;color:#16191d}
body{margin:0 auto;max-width:1100px;padding:24px}
header{border-left:8px solid #16191d;padding-left:16px}.drill header{border-color:#a3219b}
h1{font-size:22px;margin:0}h2{font-size:17px;margin:28px 0 8px}h3{font-size:14px;margin:16px 0 4px}
dl{display:grid;grid-template-columns:14em 1fr;gap:2px 16px;margin:0}dt{color:#565d68}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:12px}th,td{border:1px solid #c9ced6;padding:4px 6px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f2f4f7}pre{background:#f2f4f7;padding:8px;white-space:pre-wrap;overflow-wrap:anywhere;font-size:12px}
svg{width:100%;height:auto;margin-bottom:8px}section{break-inside:auto}tr,dl>*{break-inside:avoid}
@media print{body{padding:0;max-width:none}@page{margin:14mm}}`;
