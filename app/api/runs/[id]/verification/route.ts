import * as contract from "#lib/contract/record.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { verifyRun } from "#lib/server/record/verify-run.ts";
import { runId } from "#lib/server/runs/read.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.verifyRecord, async ({ params }) => verifyRun(await runId(params.id))),
});
