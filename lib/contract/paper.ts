import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { nothing } from "#lib/contract/page.ts";
import { getProcedure } from "#lib/contract/procedures.ts";
import { getRun } from "#lib/contract/runs.ts";
import { Zone } from "#lib/domain/zone.ts";

/** What works without the console: one HTML file that opens from disk and prints as a checklist. */

export const getRunPack = endpoint({
  method: "GET",
  path: "/api/runs/{id}/pack",
  summary: "A run as it stands as one HTML file: checklist, commands, people, sites",
  permission: "run.view",
  /** `zone`: the reader's; times are told in it beside UTC. */
  params: getRun.params.extend({ zone: Zone.optional() }),
  body: nothing,
  response: z.instanceof(Response),
  produces: "text/html",
});

export const getProcedurePaper = endpoint({
  method: "GET",
  path: "/api/procedures/{id}/paper",
  summary: "A version of a procedure as one HTML file: a blank checklist to print",
  permission: "procedure.view",
  params: getProcedure.params.extend({ zone: Zone.optional() }),
  body: nothing,
  response: z.instanceof(Response),
  produces: "text/html",
});
