import * as contract from "#lib/contract/single-sign-on.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { joinSingleSignOn } from "#lib/server/single-sign-on/join.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(contract.joinSingleSignOn, ({ actor, body }) => joinSingleSignOn(actor, body.password)),
});
