import * as contract from "#lib/contract/health.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { describeApi } from "#lib/server/open-api.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getOpenApi, async () => describeApi()),
});
