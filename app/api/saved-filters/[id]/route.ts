import * as contract from "#lib/contract/saved-filters.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { deleteFilter, renameFilter } from "#lib/server/people/saved-filters.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PATCH: route(contract.renameFilter, ({ actor, params, body }) => renameFilter(actor, params.id, body.name)),
  DELETE: route(contract.deleteFilter, ({ actor, params }) => deleteFilter(actor, params.id)),
});
