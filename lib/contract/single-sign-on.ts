import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";

/** Signing in at an OpenID Connect provider. What is read is opened by a browser, and answers by leading it on. */

/** Why nobody was let in, or joined, as the page that it leads to is told in its address. */
export const SingleSignOnProblem = z.enum([
  "provider_away",
  "refused",
  "not_completed",
  "no_role",
  "no_email",
  "email_taken",
  "somebody_else",
  "deactivated",
]);
export type SingleSignOnProblem = z.infer<typeof SingleSignOnProblem>;

export const beginSingleSignOn = endpoint({
  method: "GET",
  path: "/api/sign-in/oidc",
  summary: "Lead a browser to the OpenID provider",
  permission: "public",
  params: z.object({
    return: z.string().max(2_000).optional(),
    /** What `POST /api/session/single-sign-on` answers: who comes back is joined to who has asked. */
    join: z.string().max(2_000).optional(),
  }),
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

export const joinSingleSignOn = endpoint({
  method: "POST",
  path: "/api/session/single-sign-on",
  summary:
    "Let oneself in by the OpenID provider too, from now on: the answer says where a browser has to be led for that",
  permission: "in_person",
  params: noParams,
  body: z.strictObject({ password: z.string().max(128) }),
  response: z.object({ path: z.string() }),
});
