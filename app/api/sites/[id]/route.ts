import * as contract from "#lib/contract/sites.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { changeSite } from "#lib/server/sites/sites.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PATCH: route(contract.changeSite, ({ actor, params, body }) => changeSite(actor, params.id, body)),
});
