import * as contract from "#lib/contract/people.ts";
import { route } from "#lib/server/http/route.ts";
import { setUp } from "#lib/server/people/set-up.ts";

export const POST = route(contract.setUp, ({ body }) => setUp(body));
