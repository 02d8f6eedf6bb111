import * as contract from "#lib/contract/people.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { setTelephone } from "#lib/server/people/telephone.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route(contract.setTelephone, ({ actor, body }) => setTelephone(actor, body.telephone)),
});
