import * as contract from "#lib/contract/notices.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { sendAgain } from "#lib/server/notify/deliveries.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(contract.sendAgain, ({ actor, params }) => sendAgain(actor, params.id)),
});
