import * as contract from "#lib/contract/sites.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { createSite, listSites } from "#lib/server/sites/sites.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listSites, ({ params }) => listSites(params)),
  POST: route(contract.createSite, ({ actor, body }) => createSite(actor, body)),
});
