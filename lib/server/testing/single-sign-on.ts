import { afterAll, beforeAll, vi } from "vitest";
import { type OpenIdProvider, startOpenIdProvider } from "#lib/server/testing/open-id-provider.ts";

/** Where the console stands for its provider. */
export const BASE = "http://127.0.0.1:3000";

/** The tests of a file sign on at a provider of their own; it is there once they have begun. */
export function withSingleSignOn(): () => OpenIdProvider {
  let provider: OpenIdProvider | undefined;
  beforeAll(async () => {
    provider = await startOpenIdProvider(`${BASE}/api/sign-in/oidc/callback`);
    vi.stubEnv("OIDC_ISSUER", provider.issuer);
    vi.stubEnv("OIDC_CLIENT_ID", provider.clientId);
    vi.stubEnv("OIDC_CLIENT_SECRET", provider.clientSecret);
    vi.stubEnv("OIDC_ROLES", "dr-commanders=commander, staff=auditor");
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await provider?.stop();
  });
  return () => {
    if (!provider) throw new Error("The tests have not begun.");
    return provider;
  };
}
