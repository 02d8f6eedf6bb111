import "server-only";
import * as oidc from "openid-client";
import { log } from "#lib/server/log.ts";
import { isLoopback, type Settings } from "#lib/server/single-sign-on/settings.ts";

/** Longer than this nobody waits in front of a sign-in page. */
const TIMEOUT_SECONDS = 5;

/** What has to come back with the browser, or it is not the one that was sent. */
export type Sent = { state: string; nonce: string; verifier: string };

/** Who somebody is, as the provider tells. */
export type Claims = { subject: string; name: string | null; email: string | null; groups: readonly string[] };

/** Asked for anew each time, so that a browser is never sent to a provider that is away. Null when it is. */
async function discover({ issuer, clientId, clientSecret }: Settings): Promise<oidc.Configuration | null> {
  try {
    return await oidc.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute: isLoopback(issuer) ? [oidc.allowInsecureRequests] : [],
    });
  } catch (error) {
    log.warn({ error, issuer: issuer.href }, "the OpenID provider does not answer");
    return null;
  }
}

/** The address at the provider to send a browser to (authorization code with PKCE), or null while it is away. */
export async function authorizationAddress(settings: Settings): Promise<{ address: URL; sent: Sent } | null> {
  const provider = await discover(settings);
  if (!provider) return null;
  const sent = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: settings.redirectUri,
    scope: settings.scope,
    state: sent.state,
    nonce: sent.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(sent.verifier),
    code_challenge_method: "S256",
  });
  return { address, sent };
}

export type Told = { ok: true; claims: Claims } | { ok: false; problem: "provider_away" | "refused" | "not_completed" };

/** Exchanges the code in the address that the browser came back with. */
export async function claimsOf(settings: Settings, query: string, sent: Sent): Promise<Told> {
  const provider = await discover(settings);
  if (!provider) return { ok: false, problem: "provider_away" };
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, new URL(settings.redirectUri + query), {
      expectedState: sent.state,
      expectedNonce: sent.nonce,
      pkceCodeVerifier: sent.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return { ok: false, problem: "not_completed" };
    // Many providers put into the token only who it is, and tell the rest when asked.
    const more = provider.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
      : {};
    return { ok: true, claims: asClaims({ ...more, ...claims }, settings) };
  } catch (error) {
    log.warn({ error }, "a sign-in at the OpenID provider was not completed");
    return { ok: false, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): "provider_away" | "refused" | "not_completed" {
  if (error instanceof oidc.AuthorizationResponseError) return "refused";
  const away = error instanceof TypeError || (error instanceof oidc.ClientError && error.code === "OAUTH_TIMEOUT");
  return away ? "provider_away" : "not_completed";
}

function asClaims(claims: Record<string, unknown> & { sub: string }, { groupsClaim }: Settings): Claims {
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);
  const groups = [claims[groupsClaim]].flat().filter((group) => typeof group === "string");
  return { subject: claims.sub, name: text(claims.name), email: text(claims.email), groups };
}
