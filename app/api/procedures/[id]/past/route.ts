import * as contract from "#lib/contract/procedures.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readPast } from "#lib/server/procedures/past.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getPast, ({ params }) => readPast(params.id, params.before)),
});
