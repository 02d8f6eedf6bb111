import { ReportRecord } from "#components/report/report-record.tsx";
import { ReportSection, WholeWords } from "#components/report/report-section.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Report } from "#lib/domain/report/report.ts";
import { reportParts, sayerWords } from "#lib/domain/report/sections.ts";
import { row, t, tn } from "#lib/words/t.ts";

type ReportAsideProps = { report: Report; runId: string; number: number };

/** Beside the report: whether it can be believed, who stands by it, who took part, what was answered, which run it is of. */
export function ReportAside({ report, runId, number }: ReportAsideProps) {
  const parts = reportParts(report);
  return (
    <aside className="grid content-start gap-8 max-md:gap-6 print:block print:space-y-8">
      <ReportRecord runId={runId} number={number} />
      <People title={parts.signOffs.title} empty={parts.signOffs.empty} rows={parts.signOffs.table.rows} />
      <People
        title={parts.participants.title}
        rows={parts.participants.table.rows.map(([who, as, events]) => [
          who ?? "",
          as ?? "",
          tn("{count} event", "{count} events", Number(events)),
        ])}
      />
      <Answers report={report} />
      <ReportSection section={parts.run} />
    </aside>
  );
}

/** What was answered last, as beside the run, and who said so. */
function Answers({ report: { facts } }: { report: Report }) {
  if (facts.length === 0) return null;
  return (
    <Section title={t("Facts")}>
      <dl>
        {facts.map(({ label, answer, said }) => (
          <div
            key={label}
            className="flex flex-wrap justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <dt>{label}</dt>
            <dd className={answer === "unknown" ? "font-semibold text-wait" : "font-semibold"}>{t(answer)}</dd>
            {said && (
              <dd className="basis-full text-fg-3">
                <WholeWords text={sayerWords(said)} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  );
}

type PeopleProps = { title: string; empty?: string; rows: readonly (readonly string[])[] };

/** Who, and as what; further columns under it. */
function People({ title, empty, rows }: PeopleProps) {
  return (
    <Section title={title}>
      {rows.length === 0 && empty && <p className="text-fg-2">{empty}</p>}
      <ul>
        {rows.map(([who, as, ...more]) => (
          <li key={row([who ?? "", as ?? "", ...more])} className="border-t border-line py-1.5 first:border-t-0">
            <b className="font-medium">{who}</b> <span className="text-fg-2">{as}</span>
            {more.map((words) => (
              <span key={words} className="block text-fg-3">
                <WholeWords text={words} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
