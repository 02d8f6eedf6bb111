import * as contract from "#lib/contract/runs.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { runId } from "#lib/server/runs/read.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(contract.sendCommand, async ({ actor, params, body: { command, key } }) => {
    const { result } = await execute(actor, await runId(params.id), command, key);
    return result;
  }),
});
