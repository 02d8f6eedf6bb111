import * as contract from "#lib/contract/paper.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { downloadPack } from "#lib/server/paper/paper.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getRunPack, ({ params, request }) => downloadPack(params, request)),
});
