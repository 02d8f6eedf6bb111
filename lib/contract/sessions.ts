import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";

/** A browser or client that is signed in. Its token is never answered. */
export const SessionInfo = z.object({
  id: z.uuid(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  since: Instant,
  /** To the minute. */
  seenAt: Instant,
  expiresAt: Instant,
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

const Sessions = z.object({ sessions: z.array(SessionInfo) });

export const listSessions = endpoint({
  method: "GET",
  path: "/api/sessions",
  summary: "One's own sessions, the latest seen first",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: Sessions,
});

export const endOtherSessions = endpoint({
  method: "DELETE",
  path: "/api/sessions",
  summary: "End every session of one's own but this one, at once",
  permission: "in_person",
  params: noParams,
  body: nothing,
  response: nothing,
});

export const endSession = endpoint({
  method: "DELETE",
  path: "/api/sessions/{id}",
  summary: "End one of one's own sessions at once",
  permission: "in_person",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: nothing,
});

export const listSessionsOf = endpoint({
  method: "GET",
  path: "/api/users/{id}/sessions",
  summary: "Another person's sessions, the latest seen first",
  permission: "user.manage",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: Sessions,
});

export const endSessionsOf = endpoint({
  method: "DELETE",
  path: "/api/users/{id}/sessions",
  summary: "End another person's sessions at once: one of them, or all and with them their API tokens",
  permission: "user.manage",
  params: z.object({ id: z.uuid(), session: z.uuid().optional() }),
  body: nothing,
  response: nothing,
});
