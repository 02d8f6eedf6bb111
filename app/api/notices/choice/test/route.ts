import * as contract from "#lib/contract/notices.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { sendTestMail } from "#lib/server/notify/deliveries.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(contract.sendTestMail, ({ actor }) => sendTestMail(actor)),
});
