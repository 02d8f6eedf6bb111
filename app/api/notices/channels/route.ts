import * as contract from "#lib/contract/notices.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { createChannel, listChannels } from "#lib/server/notify/channels.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listChannels, () => listChannels()),
  POST: route(contract.createChannel, ({ actor, body }) => createChannel(actor, body)),
});
