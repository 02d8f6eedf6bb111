import * as contract from "#lib/contract/notices.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { changeChannel, deleteChannel } from "#lib/server/notify/channels.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PATCH: route(contract.changeChannel, ({ actor, params, body }) => changeChannel(actor, params.id, body)),
  DELETE: route(contract.deleteChannel, ({ actor, params }) => deleteChannel(actor, params.id)),
});
