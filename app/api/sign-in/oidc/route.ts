import * as contract from "#lib/contract/single-sign-on.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { beginSingleSignOn } from "#lib/server/single-sign-on/flow.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.beginSingleSignOn, ({ params }) => beginSingleSignOn(params)),
});
