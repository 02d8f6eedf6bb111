import * as contract from "#lib/contract/sites.ts";
import { listSiteRounds } from "#lib/server/checks/read.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listSiteChecks, () => listSiteRounds()),
});
