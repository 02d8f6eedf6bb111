import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";
import { TokenPermission } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

/** What a program signs in with, as its owner and with part of their permissions. */
export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  permissions: z.array(TokenPermission),
  createdAt: Instant,
  expiresAt: Instant,
  /** To the minute; null while it was never used. */
  usedAt: Instant.nullable(),
  usedFrom: z.string().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const listTokens = endpoint({
  method: "GET",
  path: "/api/tokens",
  summary: "One's own API tokens that were not revoked, by name",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: z.object({ tokens: z.array(ApiToken) }),
});

export const listTokensOf = endpoint({
  method: "GET",
  path: "/api/users/{id}/tokens",
  summary: "Another person's API tokens that were not revoked, by name",
  permission: "user.manage",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: z.object({ tokens: z.array(ApiToken) }),
});

export const revokeTokenOf = endpoint({
  method: "DELETE",
  path: "/api/users/{id}/tokens",
  summary: "Revoke one of another person's API tokens at once",
  permission: "user.manage",
  params: z.object({ id: z.uuid(), token: z.uuid() }),
  body: nothing,
  response: nothing,
});

const NewToken = z.strictObject({
  /** The log names it. */
  name: z
    .string()
    .max(40, { error: () => t("at most 40 characters") })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: () => t("lower-case letters, digits and hyphens, such as nightly-drill"),
    }),
  permissions: z
    .array(TokenPermission)
    .min(1, { error: () => t("at least one") })
    .max(TokenPermission.options.length),
  days: z
    .number()
    .int()
    .min(1, { error: () => t("at least 1") })
    .max(366, { error: () => t("at most 366") }),
});
export type NewToken = z.infer<typeof NewToken>;

export const createToken = endpoint({
  method: "POST",
  path: "/api/tokens",
  summary: "Make an API token; its secret is answered this one time",
  permission: "in_person",
  params: noParams,
  body: NewToken,
  response: z.object({ token: ApiToken, secret: z.string() }),
});

export const revokeToken = endpoint({
  method: "DELETE",
  path: "/api/tokens/{id}",
  summary: "Revoke one of one's own API tokens at once",
  permission: "in_person",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: nothing,
});
