import * as contract from "#lib/contract/second-factor.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { resetSecondFactor } from "#lib/server/people/second-factor.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route(contract.resetSecondFactor, ({ actor, params }) => resetSecondFactor(actor, params.id)),
});
