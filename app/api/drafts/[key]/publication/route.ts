import * as contract from "#lib/contract/drafts.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { publishDraft } from "#lib/server/procedures/publish-draft.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(contract.publishDraft, ({ actor, params, body }) => publishDraft(actor, params.key, body)),
});
