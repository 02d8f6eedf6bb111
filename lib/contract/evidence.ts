import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { nothing } from "#lib/contract/page.ts";
import { CommandResult, getRun } from "#lib/contract/runs.ts";
import { FileName } from "#lib/domain/evidence.ts";

export const attachFile = endpoint({
  method: "POST",
  path: "/api/runs/{id}/steps/{number}/evidence",
  summary: "Attach a file to a step; sent as it is, with its name in the query",
  permission: "run.note",
  params: getRun.params.extend({
    number: z.string().max(8),
    name: FileName,
    /** Chosen by the caller; the same file with the same id twice is attached once. */
    file: z.uuid(),
  }),
  body: z.instanceof(Uint8Array),
  accepts: "application/octet-stream",
  response: CommandResult,
});

export const getEvidence = endpoint({
  method: "GET",
  path: "/api/runs/{id}/evidence/{file}",
  summary: "A file that was attached; only images and text are ever shown in a page",
  permission: "run.view",
  params: getRun.params.extend({ file: z.uuid() }),
  body: nothing,
  response: z.instanceof(Response),
  produces: "application/octet-stream",
});
