import "server-only";
import { auth } from "#lib/server/auth.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { PEER_ADDRESS, peerAddress } from "#lib/server/http/peer-address.ts";
import { normalEmail } from "#lib/server/people/accounts.ts";
import { deviceCookie, knownDevice } from "#lib/server/people/known-device.ts";
import { signInLimit } from "#lib/server/people/sign-in-limit.ts";
import { sessionCookie, sessionToken } from "#lib/server/session.ts";

type Credentials = { email: string; password: string };

/** Begins a session; the answer sets its cookie. Whatever is wrong, the refusal is the same. */
export async function signIn(request: Request, given: Credentials): Promise<Response> {
  const email = normalEmail(given.email);
  const address = peerAddress(request);
  const device = knownDevice(request, email);
  const claimant = device === null ? { account: email, address } : { account: `device ${device}`, address: null };
  const answer = await signInLimit().attempt(claimant, () =>
    askLibrary({ email, password: given.password }, request.headers.get("user-agent"), address),
  );
  if (!answer) throw new AppError("unauthenticated", "This e-mail address and password do not let you in.");
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of answer.headers.getSetCookie()) headers.append("set-cookie", cookie);
  headers.append("set-cookie", deviceCookie(email));
  return new Response(null, { status: 204, headers });
}

/** Its answer, or null when it does not let them in. */
async function askLibrary(body: Credentials, userAgent: string | null, address: string | null) {
  const headers = new Headers({ "user-agent": userAgent?.slice(0, 300) ?? "", [PEER_ADDRESS]: address ?? "" });
  const answer = await auth().api.signInEmail({ body, headers, asResponse: true });
  if (answer.status >= 500) throw new Error(`The sign-in library answered ${answer.status}: ${await answer.text()}`);
  return answer.ok ? answer : null;
}

/** Ends the session of the request at once and clears its cookie. Not by the library, which hides that it failed. */
export async function signOut(request: Request): Promise<Response> {
  const token = sessionToken(request);
  if (token !== null) await db().session.deleteMany({ where: { token } });
  const { name, secure } = sessionCookie();
  const cookie = `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return new Response(null, { status: 204, headers: { "set-cookie": cookie, "cache-control": "no-store" } });
}
