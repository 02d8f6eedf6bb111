import * as contract from "#lib/contract/runs.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readTimeline } from "#lib/server/runs/timeline.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getTimeline, ({ params }) => readTimeline(params.id)),
});
