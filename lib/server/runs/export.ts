import "server-only";
import type { CsvReader, RunFilter, RunSummary } from "#lib/contract/runs.ts";
import { csvRow, UTF8_MARK } from "#lib/domain/csv.ts";
import { isLost, runLabel } from "#lib/domain/run/read-state.ts";
import { listRuns } from "#lib/server/runs/read.ts";

const PAGE = 1_000;

const HEAD = [
  "Mode",
  "Run",
  "Type",
  "Procedure",
  "Version",
  "Sites",
  "Commander",
  "Status",
  "Exceptions",
  "Declared (UTC)",
  "Created (UTC)",
  "Started (UTC)",
  "Ended (UTC)",
  "RTO (s)",
  "RTA (s)",
  "Record",
  "Stood at steps",
];

/** The runs that match as CSV, the latest first, a page of them at a time: no more of them than that is ever held. */
export async function* runsCsv(filter: RunFilter, reader: CsvReader = "program"): AsyncGenerator<string> {
  yield (reader === "spreadsheet" ? UTF8_MARK : "") + csvRow(HEAD);
  for (let after: string | undefined; ; ) {
    const { runs, next }: Awaited<ReturnType<typeof listRuns>> = await listRuns({ ...filter, after, limit: PAGE });
    yield runs.map((run) => csvRow(cells(run))).join("");
    if (next === null) return;
    after = next;
  }
}

function cells(run: RunSummary): string[] {
  const { status, declaredAt, createdAt, startedAt, endedAt, rtoSeconds } = run;
  return [
    run.mode.toUpperCase(),
    runLabel(run.number),
    run.type,
    run.procedure.title,
    String(run.procedure.version),
    Object.entries(run.sites)
      .map(([role, site]) => `${role}: ${site}`)
      .join("; "),
    run.commander.name,
    status,
    String(run.exceptionCount),
    declaredAt,
    createdAt,
    startedAt ?? "",
    endedAt ?? "",
    rtoSeconds === null ? "" : String(rtoSeconds),
    endedAt && !isLost(status) ? String(Math.round((Date.parse(endedAt) - Date.parse(declaredAt)) / 1_000)) : "",
    run.record,
    run.stoodAt.join(" "),
  ];
}

/** The same as a file, sent while it is read. */
export function downloadRuns({ for: reader, ...filter }: RunFilter & { for?: CsvReader | undefined }): Response {
  const encoder = new TextEncoder();
  const parts = runsCsv(filter, reader);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="runs.csv"',
      "cache-control": "no-store",
    },
  });
}
