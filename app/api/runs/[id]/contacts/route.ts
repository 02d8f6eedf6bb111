import * as contract from "#lib/contract/runs.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readContacts } from "#lib/server/runs/contacts.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getContacts, ({ params }) => readContacts(params.id)),
});
