import * as contract from "#lib/contract/sites.ts";
import { route } from "#lib/server/http/route.ts";
import { changeSite } from "#lib/server/sites/sites.ts";

export const PATCH = route(contract.changeSite, ({ actor, params, body }) => changeSite(actor, params.id, body));
