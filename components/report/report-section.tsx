import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { isBroken } from "#lib/domain/paper/html-file.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { Section as Content } from "#lib/domain/report/sections.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";
import { t } from "#lib/words/t.ts";

/** A part of the report, as it also stands in the file and on paper. */
export function ReportSection({ section, report }: { section: Content; report: Report }) {
  const { title, empty, facts, drawn, table, texts } = section;
  const nothing = empty !== undefined && (table?.rows.length ?? 0) === 0;
  return (
    <Section title={title}>
      {drawn && <Picture report={report} />}
      {nothing && <p className="text-fg-2">{empty}</p>}
      {facts && (
        <Rows>
          {facts.map(([label, value]) => (
            <Row key={label} label={label}>
              <span className="wrap-anywhere">{value}</span>
            </Row>
          ))}
        </Rows>
      )}
      {table && !nothing && (
        <Table label={title} head={table.head.map((words) => <Th key={words}>{words}</Th>)}>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a drafted report never move
            <Tr key={at}>
              {table.head.map((words, column) => (
                <Td key={words} label={words}>
                  <span className={isBroken(row[column] ?? "") ? "wrap-anywhere" : undefined}>{row[column]}</span>
                </Td>
              ))}
            </Tr>
          ))}
        </Table>
      )}
      {texts?.map((one) => (
        <details key={one.title} className="mt-3 print:details-content:[content-visibility:visible]">
          <summary className="break-after-avoid">{one.title}</summary>
          <pre className="mt-1 overflow-x-auto rounded border border-line bg-sunken p-2 font-mono text-xs whitespace-pre-wrap">
            {one.text}
          </pre>
        </details>
      ))}
    </Section>
  );
}

/** The same picture as in the file. An image of its own: nothing in it can run. */
function Picture({ report }: { report: Report }) {
  const svg = timelineSvg(report).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
  return (
    // biome-ignore lint/performance/noImgElement: a drawing made here, of no fixed size
    <img
      className="mb-3 w-full rounded"
      alt={t(
        "Timeline of the steps: what was planned outlined, commands striped, people at work solid, waiting for people hatched. The table says the same.",
      )}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
    />
  );
}
