import * as contract from "#lib/contract/tokens.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { listTokens, revokeTokenOf } from "#lib/server/people/tokens.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listTokensOf, ({ params }) => listTokens(params)),
  DELETE: route(contract.revokeTokenOf, ({ actor, params }) => revokeTokenOf(actor, params.id, params.token)),
});
