import * as contract from "#lib/contract/notices.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { readChoice, setChoice } from "#lib/server/notify/choice.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getNoticeChoice, ({ actor }) => readChoice(actor)),
  PUT: route(contract.setNoticeChoice, ({ actor, body }) => setChoice(actor, body)),
});
