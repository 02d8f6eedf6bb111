import * as contract from "#lib/contract/people.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { listPeople } from "#lib/server/people/active.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listPeople, ({ params }) => listPeople(params)),
});
