import * as contract from "#lib/contract/health.ts";
import { checkHealth } from "#lib/server/health.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getHealth, () => checkHealth()),
});
