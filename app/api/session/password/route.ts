import * as contract from "#lib/contract/people.ts";
import { route } from "#lib/server/http/route.ts";
import { changePassword } from "#lib/server/people/passwords.ts";
import { sessionToken } from "#lib/server/session.ts";

export const PUT = route(contract.changePassword, ({ actor, body, request }) =>
  changePassword(actor, { ...body, keep: sessionToken(request) }),
);
