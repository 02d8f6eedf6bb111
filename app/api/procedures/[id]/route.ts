import * as contract from "#lib/contract/procedures.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getProcedure, ({ params }) => readProcedure(params.id)),
});
