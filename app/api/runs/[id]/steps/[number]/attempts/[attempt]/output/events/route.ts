import * as contract from "#lib/contract/runs.ts";
import { route } from "#lib/server/http/route.ts";
import { streamOutput } from "#lib/server/runs/stream.ts";

export const GET = route(contract.outputEvents, ({ params, request }) => streamOutput(request, params));
