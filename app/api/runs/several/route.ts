import * as contract from "#lib/contract/runs.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readRuns } from "#lib/server/runs/read.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getRuns, async ({ params }) => ({ runs: await readRuns(params.ids) })),
});
