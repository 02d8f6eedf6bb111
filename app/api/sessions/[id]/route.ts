import * as contract from "#lib/contract/sessions.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { endSession } from "#lib/server/people/sessions.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route(contract.endSession, ({ actor, params }) => endSession(actor, params.id)),
});
