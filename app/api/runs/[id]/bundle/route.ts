import * as contract from "#lib/contract/record.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { downloadBundle } from "#lib/server/record/download-bundle.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getBundle, ({ params }) => downloadBundle(params.id)),
});
