import * as contract from "#lib/contract/sessions.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { endOtherSessions, listSessions } from "#lib/server/people/sessions.ts";
import { sessionToken } from "#lib/server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listSessions, ({ actor, request }) => listSessions(actor.id, sessionToken(request))),
  DELETE: route(contract.endOtherSessions, ({ actor, request }) => endOtherSessions(actor, sessionToken(request))),
});
