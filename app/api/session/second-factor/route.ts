import * as contract from "#lib/contract/second-factor.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import * as secondFactor from "#lib/server/people/second-factor.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getSecondFactor, ({ actor }) => secondFactor.readSecondFactor(actor)),
  POST: route(contract.beginSecondFactor, ({ actor, body }) => secondFactor.beginSecondFactor(actor, body.password)),
  PUT: route(contract.confirmSecondFactor, ({ actor, body }) => secondFactor.confirmSecondFactor(actor, body.code)),
  DELETE: route(contract.endSecondFactor, ({ actor, body }) => secondFactor.endSecondFactor(actor, body.password)),
});
