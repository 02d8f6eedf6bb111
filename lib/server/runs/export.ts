import "server-only";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { CsvReader, RunFilter } from "#lib/contract/runs.ts";
import { csvRow, UTF8_MARK } from "#lib/domain/csv.ts";
import { isLost, overAt, runLabel } from "#lib/domain/run/read-state.ts";
import { secondsBetween } from "#lib/domain/whole-seconds.ts";
import { inLanguage } from "#lib/server/language.ts";
import { asKept, asTold, type Told } from "#lib/server/runs/export-words.ts";
import { listRuns } from "#lib/server/runs/read.ts";
import { type Locale, locale } from "#lib/words/language.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

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
  "Reached (UTC)",
] as const satisfies readonly PlainSentence[];

/**
 * The runs that match as CSV, the latest first, a page of them at a time: no more of them than that is ever held. To a person
 * it speaks the language of who asks, to a program always English, with the values as they are kept.
 */
export function runsCsv(filter: RunFilter, reader: CsvReader = "program"): AsyncGenerator<string> {
  // Known now: what is sent later is not sent within the request.
  return reader === "program" ? partsOf(filter, "en", asKept) : partsOf(filter, locale(), asTold, UTF8_MARK);
}

async function* partsOf(filter: RunFilter, language: Locale, told: Told, mark = ""): AsyncGenerator<string> {
  yield mark + csvRow(inLanguage(language, () => HEAD.map((heading) => t(heading))));
  for (let after: string | undefined; ; ) {
    const { runs, next }: Awaited<ReturnType<typeof listRuns>> = await listRuns({ ...filter, after, limit: PAGE });
    yield inLanguage(language, () => runs.map((run) => csvRow(cells(run, told))).join(""));
    if (next === null) return;
    after = next;
  }
}

function cells(run: RunSummary, told: Told): string[] {
  const { status, declaredAt, createdAt, startedAt, endedAt, rtoSeconds } = run;
  const words = told(run);
  const reachedAt = isLost(status) ? null : overAt(run);
  return [
    words.mode,
    runLabel(run.number),
    words.type,
    run.procedure.title,
    String(run.procedure.version),
    Object.entries(run.sites)
      .map(([role, site]) => `${words.role(role)}: ${site}`)
      .join("; "),
    run.commander.name,
    words.status,
    String(run.exceptionCount),
    declaredAt ?? "",
    createdAt,
    startedAt ?? "",
    endedAt ?? "",
    rtoSeconds === null ? "" : String(rtoSeconds),
    declaredAt && reachedAt && !run.onlySimulated && !run.nothingDone
      ? String(secondsBetween(declaredAt, reachedAt))
      : "",
    words.record,
    run.stoodAt.join(" "),
    reachedAt ?? "",
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
