import * as contract from "#lib/contract/tokens.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { createToken, listTokens } from "#lib/server/people/tokens.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listTokens, ({ actor }) => listTokens(actor)),
  POST: route(contract.createToken, ({ actor, body }) => createToken(actor, body)),
});
