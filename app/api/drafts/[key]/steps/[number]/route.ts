import * as contract from "#lib/contract/drafts.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { changeDraftStep } from "#lib/server/procedures/change-draft.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route(contract.changeDraftStep, ({ actor, params, body }) => changeDraftStep(actor, params, body)),
});
