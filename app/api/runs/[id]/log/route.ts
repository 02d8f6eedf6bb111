import * as contract from "#lib/contract/runs.ts";
import { route } from "#lib/server/http/route.ts";
import { readLog } from "#lib/server/runs/read.ts";

export const GET = route(contract.getLog, ({ params }) => readLog(params.id, params));
