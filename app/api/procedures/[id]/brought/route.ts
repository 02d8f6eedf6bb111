import * as contract from "#lib/contract/procedures.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readBrought } from "#lib/server/procedures/bring.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getBrought, ({ params }) => readBrought(params.id)),
});
