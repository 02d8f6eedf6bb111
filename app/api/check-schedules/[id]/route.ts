import * as contract from "#lib/contract/checks.ts";
import { deleteSchedule } from "#lib/server/checks/schedules.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route(contract.deleteSchedule, ({ actor, params }) => deleteSchedule(actor, params.id)),
});
