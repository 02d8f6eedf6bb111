import * as contract from "#lib/contract/checks.ts";
import { createSchedule, listSchedules } from "#lib/server/checks/schedules.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listSchedules, ({ params }) => listSchedules(params)),
  POST: route(contract.createSchedule, ({ actor, body }) => createSchedule(actor, body)),
});
