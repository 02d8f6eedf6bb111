import * as contract from "#lib/contract/procedures.ts";
import { route } from "#lib/server/http/route.ts";
import { downloadProcedure } from "#lib/server/procedures/read.ts";

export const GET = route(contract.downloadProcedure, ({ params }) => downloadProcedure(params.id));
