import * as contract from "#lib/contract/people.ts";
import { route } from "#lib/server/http/route.ts";
import { createUser, listUsers } from "#lib/server/people/users.ts";

export const GET = route(contract.listUsers, ({ params }) => listUsers(params));
export const POST = route(contract.createUser, ({ actor, body }) => createUser(actor, body));
