import * as contract from "#lib/contract/people.ts";
import { route } from "#lib/server/http/route.ts";
import { changeUser } from "#lib/server/people/users.ts";

export const PATCH = route(contract.changeUser, ({ actor, params, body }) => changeUser(actor, params.id, body));
