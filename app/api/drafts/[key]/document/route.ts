import * as contract from "#lib/contract/drafts.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { downloadDraft } from "#lib/server/procedures/read-draft.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.downloadDraft, ({ params }) => downloadDraft(params.key)),
});
