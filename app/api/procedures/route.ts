import * as contract from "#lib/contract/procedures.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listProcedures, ({ params }) => listProcedures(params)),
  POST: route(contract.publishProcedure, ({ actor, body }) => publish(actor, body.document, body.over)),
});
