import "server-only";
import { z } from "zod";
import { returnPath } from "#lib/contract/return-path.ts";
import type { SingleSignOnProblem } from "#lib/contract/single-sign-on.ts";
import { AppError } from "#lib/server/errors.ts";
import { cookieOfRequest } from "#lib/server/http/cookie.ts";
import { beginSession } from "#lib/server/people/begin-session.ts";
import { openSealed, seal } from "#lib/server/people/sealed.ts";
import { readSession, sessionCookie } from "#lib/server/session.ts";
import { joinerOf } from "#lib/server/single-sign-on/join.ts";
import { join, personOf } from "#lib/server/single-sign-on/person-of.ts";
import { authorizationAddress, claimsOf, type Told } from "#lib/server/single-sign-on/provider.ts";
import { type Settings, singleSignOnSettings } from "#lib/server/single-sign-on/settings.ts";
import { t } from "#lib/words/t.ts";

const TEN_MINUTES = 600;
const PURPOSE = "single sign-on";

/** What the browser carries there and back, sealed. */
const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** Whose account is joined to who comes back; null: nobody's, it is a sign-in. */
  joiner: z.string().nullable(),
  untilMs: z.number(),
});
type Begun = z.infer<typeof Begun>;

/** Leads the browser to the provider, or back to the sign-in page where that is away. Throws `not_found` where there is none. */
export async function beginSingleSignOn(asked: {
  return?: string | undefined;
  join?: string | undefined;
}): Promise<Response> {
  const settings = configured();
  const returnTo = returnPath(asked.return);
  const joiner = asked.join === undefined ? null : joinerOf(asked.join);
  if (asked.join !== undefined && joiner === null) return refuseToJoin("not_completed");
  const there = await authorizationAddress(settings);
  if (!there) return joiner === null ? refuse("provider_away", returnTo) : refuseToJoin("provider_away");
  const begun: Begun = { ...there.sent, returnTo, joiner, untilMs: Date.now() + TEN_MINUTES * 1_000 };
  return leadTo(there.address.href, [cookie(seal(JSON.stringify(begun), PURPOSE), TEN_MINUTES)]);
}

/** Where the provider leads the browser back to. Whatever went wrong, the sign-in page says it and offers the password. */
export async function endSingleSignOn(request: Request): Promise<Response> {
  const settings = configured();
  const begun = begunOf(request);
  if (!begun) return refuse("not_completed", "/");
  const told = await claimsOf(settings, new URL(request.url).search, begun);
  if (begun.joiner !== null) return endJoining(request, settings, begun.joiner, told);
  if (!told.ok) return refuse(told.problem, begun.returnTo);
  const found = await personOf(settings, told.claims);
  if (!found.ok) return refuse(found.problem, begun.returnTo);
  const cookies = await beginSession(request, found.user);
  if (!cookies) return refuse("deactivated", begun.returnTo);
  return leadTo(begun.returnTo, [...cookies, cookie("", 0)]);
}

/** Joins who came back to who has asked for it, where that is still who is signed in in this browser. */
async function endJoining(request: Request, settings: Settings, joiner: string, told: Told): Promise<Response> {
  const { person } = await readSession(request);
  if (person?.id !== joiner) return refuseToJoin("not_completed");
  if (!told.ok) return refuseToJoin(told.problem);
  const joined = await join(settings, told.claims, joiner);
  return joined.ok ? leadTo("/account", [cookie("", 0)]) : refuseToJoin(joined.problem);
}

const refuseToJoin = (problem: SingleSignOnProblem): Response => leadTo(`/account?problem=${problem}`, [cookie("", 0)]);

function configured(): Settings {
  const settings = singleSignOnSettings();
  if (!settings) throw new AppError("not_found", t("There is no single sign-on here."));
  return settings;
}

const cookieName = (): string => (sessionCookie().secure ? "__Host-oidc" : "oidc");

const cookie = (value: string, seconds: number): string =>
  `${cookieName()}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${sessionCookie().secure ? "; Secure" : ""}`;

function begunOf(request: Request): Begun | null {
  const sealed = cookieOfRequest(request, cookieName());
  if (!sealed) return null;
  try {
    const begun = Begun.parse(JSON.parse(openSealed(sealed, PURPOSE)));
    return begun.untilMs > Date.now() ? begun : null;
  } catch {
    // Not sealed by this console: as good as none.
    return null;
  }
}

function refuse(problem: SingleSignOnProblem, returnTo: string): Response {
  const back = returnTo === "/" ? "" : `&return=${encodeURIComponent(returnTo)}`;
  return leadTo(`/sign-in?problem=${problem}${back}`, [cookie("", 0)]);
}

function leadTo(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const each of cookies) headers.append("set-cookie", each);
  return new Response(null, { status: 303, headers });
}
