import "server-only";
import type { CsvReader } from "#lib/contract/runs.ts";
import { UTF8_MARK } from "#lib/domain/csv.ts";
import type { Verdict } from "#lib/domain/record/verdict.ts";
import { timelineCsv } from "#lib/domain/report/csv.ts";
import { reportHtml } from "#lib/domain/report/html.ts";
import { draftReport, type Report } from "#lib/domain/report/report.ts";
import { fileName } from "#lib/domain/run/file-name.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { database } from "#lib/server/db.ts";
import { inLanguage, inZone } from "#lib/server/language.ts";
import { PAPER_POLICY } from "#lib/server/paper/paper-policy.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { verifyRun } from "#lib/server/record/verify-run.ts";
import { readRun, readWholeLog } from "#lib/server/runs/read.ts";
import { t } from "#lib/words/t.ts";
import { UTC } from "#lib/words/zone.ts";

/** Of one attempt's output in a report; all of it is beside the attempt. */
const MOST_CHARACTERS = 20_000;

/** Drafts the report of a run as it stands, its log unverified: whoever shows it asks for that. Throws `not_found`. */
export const readReport = (reference: string): Promise<Report> => drafted(reference, async () => null);

async function drafted(reference: string, verdictOf: (runId: string) => Promise<Verdict | null>): Promise<Report> {
  const { run, procedure: version, serverAt } = await readRun(reference);
  const [procedure, events, outputs, past, head, verdict] = await Promise.all([
    frozenProcedure(run.procedureId),
    readWholeLog(run.id),
    readOutputs(run.id),
    run.startedAt === null ? null : readPast(run.procedureId, run.startedAt),
    readHash(run),
    verdictOf(run.id),
  ]);
  // The log may have grown since the run was read.
  const known = events.filter(({ seq }) => seq <= run.seq);
  return draftReport({
    procedure,
    version,
    run,
    events: known,
    outputs,
    past: past?.durations ?? {},
    record: { head, verdict },
    now: serverAt,
  });
}

/** Of the last event that is reported; more may have come since. */
async function readHash({ id, seq }: Run): Promise<string | null> {
  const { rows } = await database().pool.query<{ hash: string | null }>(
    "select hash from run_event where run_id = $1 and seq = $2",
    [id, seq],
  );
  return rows[0]?.hash ?? null;
}

async function readOutputs(id: string): Promise<Record<string, string>> {
  const { rows } = await database().pool.query<{ attempt: string; text: string }>(
    `select step || '/' || attempt as attempt, left(string_agg(text, '' order by piece), $2) as text
     from attempt_output where run_id = $1 group by step, attempt`,
    [id, MOST_CHARACTERS + 1],
  );
  return Object.fromEntries(rows.map(({ attempt, text }) => [attempt, shortened(text)]));
}

/** By whole characters, as the database counts them. */
function shortened(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= MOST_CHARACTERS) return text;
  return `${characters.slice(0, MOST_CHARACTERS).join("")}\n${t("[cut: the rest is beside the attempt]")}`;
}

const TYPES = { html: "text/html; charset=utf-8", json: "application/json", csv: "text/csv; charset=utf-8" } as const;

/** The report as a file to keep, its log verified as it is made; the one in HTML is shown where it is opened, to be printed. */
export async function downloadReport({ id, format, zone, for: reader }: Wanted): Promise<Response> {
  const { report, text } = await toldTo({ format, zone }, async () => {
    const report = await drafted(id, verifyRun);
    return { report, text: written(report, format) };
  });
  const name = `${fileName(report.mode, report.run)}-report.${format}`;
  return new Response(format === "csv" && reader === "spreadsheet" ? UTF8_MARK + text : text, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `${format === "html" ? "inline" : "attachment"}; filename="${name}"`,
      "content-security-policy": PAPER_POLICY,
      "cache-control": "no-store",
    },
  });
}

type Wanted = {
  id: string;
  format: keyof typeof TYPES;
  zone?: string | undefined;
  for?: CsvReader | undefined;
};

/** A program reads JSON and CSV: the same words and UTC alone, whoever asks. */
const toldTo = <T>({ format, zone }: Pick<Wanted, "format" | "zone">, tell: () => T): T =>
  format === "html" ? inZone(zone, tell) : inLanguage("en", () => inZone(UTC, tell));

function written(report: Report, format: keyof typeof TYPES): string {
  switch (format) {
    case "html":
      return reportHtml(report);
    case "json":
      return JSON.stringify(report, null, 2);
    case "csv":
      return timelineCsv(report);
  }
}
