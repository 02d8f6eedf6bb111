import * as contract from "#lib/contract/saved-filters.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { listSavedFilters, saveFilter } from "#lib/server/people/saved-filters.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listSavedFilters, ({ actor }) => listSavedFilters(actor)),
  POST: route(contract.saveFilter, ({ actor, body }) => saveFilter(actor, body)),
});
