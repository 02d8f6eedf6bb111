import * as contract from "#lib/contract/procedures.ts";
import { route } from "#lib/server/http/route.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";

export const GET = route(contract.getProcedure, ({ params }) => readProcedure(params.id));
