import * as contract from "#lib/contract/runs.ts";
import { route } from "#lib/server/http/route.ts";
import { downloadOutput } from "#lib/server/runs/stream.ts";

export const GET = route(contract.getOutput, ({ params }) => downloadOutput(params));
