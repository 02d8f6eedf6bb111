import * as contract from "#lib/contract/drafts.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { importDraft } from "#lib/server/procedures/change-draft.ts";
import { listDrafts } from "#lib/server/procedures/read-draft.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listDrafts, ({ params }) => listDrafts(params)),
  POST: route(contract.importDraft, ({ actor, body }) => importDraft(actor, body.document, body.seen)),
});
