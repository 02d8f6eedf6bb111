import * as contract from "#lib/contract/people.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { createUser, listUsers } from "#lib/server/people/users.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listUsers, ({ params }) => listUsers(params)),
  POST: route(contract.createUser, ({ actor, body }) => createUser(actor, body)),
});
