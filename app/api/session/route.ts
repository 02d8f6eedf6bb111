import * as contract from "#lib/contract/people.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { signIn, signOut } from "#lib/server/people/sign-in.ts";
import { readSession } from "#lib/server/session.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getSession, ({ request }) => readSession(request)),
  POST: route(contract.signIn, ({ request, body }) => signIn(request, body)),
  DELETE: route(contract.signOut, ({ request }) => signOut(request)),
});
