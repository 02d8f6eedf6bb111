import * as contract from "#lib/contract/record.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { listSigningKeys } from "#lib/server/record/signing-keys.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.listSigningKeys, () => listSigningKeys()),
});
