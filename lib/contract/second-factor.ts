import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";

/** One-time codes beside the password, for whoever wants them. */

const Password = z.string().max(128);
const Code = z.string().trim().max(40);

export const getSecondFactor = endpoint({
  method: "GET",
  path: "/api/session/second-factor",
  summary: "Whether one's own sign-in asks for a one-time code, and how many recovery codes are left",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: z.object({
    /** Null: it does not ask. */
    since: Instant.nullable(),
    recoveryCodes: z.number().int(),
    /** False where codes of the authenticator cannot be checked: none is on, or it was sealed with a lost `AUTH_SECRET`. */
    authenticator: z.boolean(),
    /** Somebody who signs in elsewhere alone has no password here, and no codes. */
    possible: z.boolean(),
  }),
});

export const beginSecondFactor = endpoint({
  method: "POST",
  path: "/api/session/second-factor",
  summary: "Make a secret for an authenticator; it counts from when a code of it was confirmed",
  permission: "in_person",
  params: noParams,
  body: z.strictObject({ password: Password }),
  response: z.object({ secret: z.string(), uri: z.string() }),
});

export const confirmSecondFactor = endpoint({
  method: "PUT",
  path: "/api/session/second-factor",
  summary: "Confirm the secret by a code; the recovery codes are answered this one time",
  permission: "in_person",
  params: noParams,
  body: z.strictObject({ code: Code }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const endSecondFactor = endpoint({
  method: "DELETE",
  path: "/api/session/second-factor",
  summary: "Ask for no more codes at one's own sign-in",
  permission: "in_person",
  params: noParams,
  body: z.strictObject({ password: Password }),
  response: nothing,
});

export const resetSecondFactor = endpoint({
  method: "DELETE",
  path: "/api/users/{id}/second-factor",
  summary: "Ask a person for no more codes, who has lost the authenticator; their sessions end",
  permission: "user.manage",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: nothing,
});
