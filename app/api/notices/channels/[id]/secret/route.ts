import * as contract from "#lib/contract/notices.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { renewSecret } from "#lib/server/notify/channels.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(contract.renewChannelSecret, ({ actor, params }) => renewSecret(actor, params.id)),
});
