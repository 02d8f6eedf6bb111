import * as contract from "#lib/contract/tokens.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { revokeToken } from "#lib/server/people/tokens.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route(contract.revokeToken, ({ actor, params }) => revokeToken(actor, params.id)),
});
