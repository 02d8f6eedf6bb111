import * as contract from "#lib/contract/evidence.ts";
import { downloadEvidence } from "#lib/server/evidence/evidence.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getEvidence, ({ params }) => downloadEvidence(params)),
});
