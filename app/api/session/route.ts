import * as contract from "#lib/contract/people.ts";
import { route } from "#lib/server/http/route.ts";
import { signIn, signOut } from "#lib/server/people/sign-in.ts";
import { readSession } from "#lib/server/session.ts";

export const GET = route(contract.getSession, ({ request }) => readSession(request));
export const POST = route(contract.signIn, ({ request, body }) => signIn(request, body));
export const DELETE = route(contract.signOut, ({ request }) => signOut(request));
