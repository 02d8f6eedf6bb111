import * as contract from "#lib/contract/people.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { resetPassword } from "#lib/server/people/passwords.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route(contract.resetPassword, ({ actor, params, body }) => resetPassword(actor, params.id, body.password)),
});
