import * as contract from "#lib/contract/checks.ts";
import { listRounds } from "#lib/server/checks/read.ts";
import { startCheck } from "#lib/server/checks/start.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listChecks, ({ params }) => listRounds(params)),
  POST: route(contract.startCheck, ({ actor, body }) => startCheck(actor.name, body)),
});
