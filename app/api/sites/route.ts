import * as contract from "#lib/contract/sites.ts";
import { route } from "#lib/server/http/route.ts";
import { createSite, listSites } from "#lib/server/sites/sites.ts";

export const GET = route(contract.listSites, ({ params }) => listSites(params));
export const POST = route(contract.createSite, ({ actor, body }) => createSite(actor, body));
