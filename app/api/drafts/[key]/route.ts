import * as contract from "#lib/contract/drafts.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { discardDraft } from "#lib/server/procedures/change-draft.ts";
import { readDraft } from "#lib/server/procedures/read-draft.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getDraft, ({ params }) => readDraft(params.key)),
  DELETE: route(contract.discardDraft, ({ actor, params }) => discardDraft(actor, params.key, params.seen)),
});
