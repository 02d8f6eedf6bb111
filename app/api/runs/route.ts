import * as contract from "#lib/contract/runs.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { listRuns } from "#lib/server/runs/read.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listRuns, ({ params }) => listRuns(params)),
  POST: route(contract.createRun, ({ actor, body }) => createRun(actor, body)),
});
