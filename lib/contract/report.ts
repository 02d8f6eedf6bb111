import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { RunSummary } from "#lib/contract/run-summary.ts";
import { CsvReader, getRun } from "#lib/contract/runs.ts";
import { Report } from "#lib/domain/report/report.ts";
import { Zone } from "#lib/domain/zone.ts";

export const getReport = endpoint({
  method: "GET",
  path: "/api/runs/{id}/report",
  summary: "The report of a run, drafted from its log",
  permission: "run.view",
  params: getRun.params,
  body: nothing,
  response: Report,
});

export const getReportFile = endpoint({
  method: "GET",
  path: "/api/runs/{id}/report/file",
  summary: "The report as one HTML file, as JSON, or its timeline as CSV",
  permission: "run.view",
  /** `zone`: as of the run pack; JSON and CSV are in UTC alone. `for`: who reads the CSV. */
  params: getRun.params.extend({
    format: z.enum(["html", "json", "csv"]),
    zone: Zone.optional(),
    for: CsvReader.optional(),
  }),
  body: nothing,
  response: z.instanceof(Response),
  produces: "application/octet-stream",
});

export const getRunsToSign = endpoint({
  method: "GET",
  path: "/api/runs/to-sign",
  summary: "Runs that are over, that you commanded, and whose report you have not signed off, the latest first",
  permission: "run.review",
  params: noParams,
  body: nothing,
  /** `more`: there are older ones. */
  response: z.object({ runs: z.array(RunSummary), more: z.boolean() }),
});
