import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";

export const Worker = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  version: z.string(),
  /** The format of work it understands. */
  format: z.number().int(),
  /** The ids of the sites it answers for; null: every site. */
  sites: z.array(z.uuid()).nullable(),
  lastSeenAt: Instant,
  live: z.boolean(),
});
export type Worker = z.infer<typeof Worker>;

export const listWorkers = endpoint({
  method: "GET",
  path: "/api/workers",
  summary: "Workers that have not said goodbye, the one seen last first",
  permission: "site.view",
  params: noParams,
  body: nothing,
  response: z.object({ workers: z.array(Worker) }),
});
