import * as contract from "#lib/contract/procedures.ts";
import { route } from "#lib/server/http/route.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";

export const GET = route(contract.listProcedures, ({ params }) => listProcedures(params));
export const POST = route(contract.publishProcedure, ({ actor, body }) => publish(actor, body.document));
