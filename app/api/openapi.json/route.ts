import * as contract from "#lib/contract/health.ts";
import { route } from "#lib/server/http/route.ts";
import { describeApi } from "#lib/server/open-api.ts";

export const GET = route(contract.getOpenApi, async () => describeApi());
