import "server-only";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { peerAddress } from "#lib/server/http/peer-address.ts";
import { normalEmail } from "#lib/server/people/accounts.ts";
import { beginSession } from "#lib/server/people/begin-session.ts";
import { knownDevice } from "#lib/server/people/known-device.ts";
import { passwordIsOf } from "#lib/server/people/passwords.ts";
import { codesAskedOf, takeCode } from "#lib/server/people/second-factor.ts";
import { signInLimit } from "#lib/server/people/sign-in-limit.ts";
import { sessionCookie, sessionToken } from "#lib/server/session.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

type Credentials = { email: string; password: string; code?: string | undefined };

/** Begins a session; the answer sets its cookie. Whatever is wrong, the refusal is the same, until the password is right. */
export async function signIn(request: Request, given: Credentials): Promise<Response> {
  const email = normalEmail(given.email);
  const device = knownDevice(request, email);
  const claimant =
    device === null
      ? { account: email, address: peerAddress(request) }
      : { account: `device ${device}`, address: null };
  let asked: "any" | "recovery" | null = null;
  const cookies = await signInLimit().attempt(claimant, async () => {
    const user = await db().user.findUnique({ where: { email } });
    if (!(await passwordIsOf(user?.id ?? null, given.password)) || !user) return null;
    asked = user.disabledAt === null ? await codesAskedOf(user.id) : null;
    if (asked !== null) {
      // Whoever did not know that it is needed has not guessed.
      if (given.code === undefined) throw new AppError("code_needed", t(needed[asked]));
      if (!(await takeCode(user.id, given.code))) return null;
    }
    return beginSession(request, user);
  });
  if (!cookies && asked !== null) throw new AppError("code_needed", t(wrong[asked]));
  if (!cookies) throw new AppError("unauthenticated", t("The e-mail address or the password is wrong."));
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 204, headers });
}

const needed = {
  any: "Enter the six digits that your authenticator shows now, or one of your recovery codes.",
  recovery:
    "This console can no longer check the codes of your authenticator. Use one of your recovery codes, or ask an administrator.",
} as const satisfies Record<string, PlainSentence>;

const wrong = {
  any: "This code is not right, or was used before. Enter the next one.",
  recovery:
    "This is none of your recovery codes, or was used before. Codes of the authenticator cannot be checked any more.",
} as const satisfies Record<string, PlainSentence>;

/** Ends the session of the request at once, clears its cookie and what the browser kept. */
export async function signOut(request: Request): Promise<Response> {
  const token = sessionToken(request);
  if (token !== null) await db().session.deleteMany({ where: { token } });
  const { name, secure } = sessionCookie();
  const cookie = `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return new Response(null, {
    status: 204,
    // What this browser kept for the reader goes too: run packs, and drafts of what is entered afterwards.
    headers: { "set-cookie": cookie, "cache-control": "no-store", "clear-site-data": '"storage"' },
  });
}
