import * as contract from "#lib/contract/runs.ts";
import { route } from "#lib/server/http/route.ts";
import { streamRun } from "#lib/server/runs/stream.ts";

export const GET = route(contract.runEvents, ({ params, request }) => streamRun(request, params));
