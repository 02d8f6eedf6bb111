import * as contract from "#lib/contract/runs.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { sendCommand } from "#lib/server/runs/send-command.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(contract.sendCommand, ({ actor, params, body }) => sendCommand(actor, params.id, body)),
});
