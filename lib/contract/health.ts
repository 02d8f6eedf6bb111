import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";

export const Health = z.object({
  /** `ok` when the database answers and a worker was seen in the last 10 seconds. */
  status: z.enum(["ok", "degraded"]),
  serverAt: Instant,
  web: z.object({ ok: z.literal(true), startedAt: Instant }),
  database: z.object({
    ok: z.boolean(),
    milliseconds: z.number().nullable(),
    /** Whether the web process connects as a role that cannot change the record; null while there is no answer. */
    separateRole: z.boolean().nullable(),
  }),
  workers: z.array(z.object({ name: z.string(), version: z.string(), lastSeenAt: Instant, live: z.boolean() })),
});
export type Health = z.infer<typeof Health>;

export const getHealth = endpoint({
  method: "GET",
  path: "/api/health",
  summary: "Whether web, database and workers answer",
  permission: "public",
  params: noParams,
  body: nothing,
  response: Health,
});

export const getOpenApi = endpoint({
  method: "GET",
  path: "/api/openapi.json",
  summary: "This description (OpenAPI 3.1)",
  permission: "public",
  params: noParams,
  body: nothing,
  response: z.record(z.string(), z.unknown()),
});
