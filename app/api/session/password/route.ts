import * as contract from "#lib/contract/people.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { changePassword } from "#lib/server/people/passwords.ts";
import { sessionToken } from "#lib/server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route(contract.changePassword, ({ actor, body, request }) =>
    changePassword(actor, { ...body, keep: sessionToken(request) }),
  ),
});
