import * as contract from "#lib/contract/people.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { setLanguage } from "#lib/server/people/language.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route(contract.setLanguage, ({ actor, body }) => setLanguage(actor, body.locale)),
});
