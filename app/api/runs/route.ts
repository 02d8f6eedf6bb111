import * as contract from "#lib/contract/runs.ts";
import { route } from "#lib/server/http/route.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { listRuns } from "#lib/server/runs/read.ts";

export const GET = route(contract.listRuns, ({ params }) => listRuns(params));
export const POST = route(contract.createRun, ({ actor, body }) => createRun(actor, body));
