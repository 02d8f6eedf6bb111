import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { nothing } from "#lib/contract/page.ts";

/** Signing in at an OpenID Connect provider. Both are opened by a browser, and answer by leading it on. */

/** Why nobody was let in, as the sign-in page is told in its address. */
export const SingleSignOnProblem = z.enum([
  "provider_away",
  "refused",
  "not_completed",
  "no_role",
  "no_email",
  "email_taken",
  "deactivated",
]);
export type SingleSignOnProblem = z.infer<typeof SingleSignOnProblem>;

export const beginSingleSignOn = endpoint({
  method: "GET",
  path: "/api/sign-in/oidc",
  summary: "Lead a browser to the OpenID provider",
  permission: "public",
  params: z.object({ return: z.string().max(2_000).optional() }),
  body: nothing,
  response: z.instanceof(Response),
});

export const endSingleSignOn = endpoint({
  method: "GET",
  path: "/api/sign-in/oidc/callback",
  summary: "Where the OpenID provider leads a browser back to: begins a session",
  permission: "public",
  params: z.object({}),
  body: nothing,
  response: z.instanceof(Response),
});
