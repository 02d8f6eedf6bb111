import * as contract from "#lib/contract/health.ts";
import { checkHealth } from "#lib/server/health.ts";
import { route } from "#lib/server/http/route.ts";

export const GET = route(contract.getHealth, () => checkHealth());
