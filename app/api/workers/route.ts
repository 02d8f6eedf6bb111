import * as contract from "#lib/contract/workers.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { listWorkers } from "#lib/server/workers/list.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listWorkers, () => listWorkers()),
});
