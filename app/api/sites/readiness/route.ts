import * as contract from "#lib/contract/sites.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { listReadiness } from "#lib/server/sites/readiness.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listReadiness, () => listReadiness()),
});
