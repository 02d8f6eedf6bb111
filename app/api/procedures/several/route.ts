import * as contract from "#lib/contract/procedures.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readProcedures } from "#lib/server/procedures/read.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getProcedures, async ({ params }) => ({ procedures: await readProcedures(params.ids) })),
});
