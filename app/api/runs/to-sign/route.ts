import * as contract from "#lib/contract/report.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { runsToSign } from "#lib/server/runs/to-sign.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getRunsToSign, ({ actor }) => runsToSign(actor.id)),
});
