import * as contract from "#lib/contract/runs.ts";
import { route } from "#lib/server/http/route.ts";
import { readRun } from "#lib/server/runs/read.ts";

export const GET = route(contract.getRun, ({ params }) => readRun(params.id));
