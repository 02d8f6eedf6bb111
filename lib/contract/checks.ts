import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing, pageParams } from "#lib/contract/page.ts";
import { Key } from "#lib/domain/fields.ts";
import { Instant } from "#lib/domain/instant.ts";
import { t } from "#lib/words/t.ts";

/** "Ready to run?", asked of a run, of a procedure at sites, or of a site alone. Looking changes nothing. */

export const CheckOutcome = z.enum(["passed", "warning", "failed"]);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const CheckResult = z.object({
  site: z.string().nullable(),
  step: z.string().nullable(),
  what: z.string(),
  result: CheckOutcome,
  message: z.string(),
  worker: z.string().nullable(),
  at: Instant,
});
export type CheckResult = z.infer<typeof CheckResult>;

export const CheckRound = z.object({
  id: z.uuid(),
  runId: z.uuid().nullable(),
  procedureId: z.uuid().nullable(),
  step: z.string().nullable(),
  /** The site's name for each role; of a site alone the role is `site`. */
  sites: z.record(z.string(), z.string()),
  askedBy: z.string(),
  askedAt: Instant,
  /** The worst of the results; null while a worker has still to look. */
  result: CheckOutcome.nullable(),
  /** Sites whose workers have still to look. */
  waitingFor: z.array(z.string()),
  /** Those of them where a worker is looking now. */
  lookedAt: z.array(z.string()),
  results: z.array(CheckResult),
  serverAt: Instant,
});
export type CheckRound = z.infer<typeof CheckRound>;

/** Exactly one of `run`, `procedureId` with `sites`, and `siteId`. */
export const CheckRequest = z
  .strictObject({
    run: z.uuid().optional(),
    /** One step of the run only. */
    step: z.string().max(8).optional(),
    procedureId: z.uuid().optional(),
    /** A site's id for each role of the procedure. */
    sites: z.record(Key, z.uuid()).optional(),
    siteId: z.uuid().optional(),
  })
  .refine(
    ({ run, procedureId, siteId }) => [run, procedureId, siteId].filter((one) => one !== undefined).length === 1,
    {
      path: ["run"],
      error: () => t("name one of run, procedureId and siteId"),
    },
  );
export type CheckRequest = z.infer<typeof CheckRequest>;

export const startCheck = endpoint({
  method: "POST",
  path: "/api/checks",
  summary: "Ask whether a run, a procedure at sites, or a site alone is ready; workers answer as they look",
  permission: "run.operate",
  params: noParams,
  body: CheckRequest,
  response: CheckRound,
});

export const getCheck = endpoint({
  method: "GET",
  path: "/api/checks/{id}",
  summary: "One round of checks with what was found so far",
  permission: "run.view",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: CheckRound,
});

export const listChecks = endpoint({
  method: "GET",
  path: "/api/checks",
  summary: "Rounds of checks of a run, a procedure version or a site alone, the latest first",
  permission: "run.view",
  params: z.object({
    run: z.uuid().optional(),
    procedure: z.string().max(64).optional(),
    site: z.uuid().optional(),
    /** Also what was asked of this step alone. */
    step: z.string().max(8).optional(),
    ...pageParams,
  }),
  body: nothing,
  response: z.object({ rounds: z.array(CheckRound), next: z.string().nullable() }),
});

export const CheckSchedule = z.object({
  id: z.uuid(),
  procedureKey: z.string(),
  sites: z.record(z.string(), z.uuid()),
  everySeconds: z.number().int(),
  nextAt: Instant,
  createdBy: z.string(),
});
export type CheckSchedule = z.infer<typeof CheckSchedule>;

export const listSchedules = endpoint({
  method: "GET",
  path: "/api/check-schedules",
  summary: "Which procedures are asked again and again whether they are ready, and where",
  permission: "procedure.view",
  params: z.object({ procedure: z.string().max(64).optional() }),
  body: nothing,
  response: z.object({ schedules: z.array(CheckSchedule) }),
});

export const createSchedule = endpoint({
  method: "POST",
  path: "/api/check-schedules",
  summary: "Ask the latest version of a procedure at sites again and again whether it is ready",
  permission: "procedure.publish",
  params: noParams,
  body: z.strictObject({
    procedureKey: Key,
    sites: z.record(Key, z.uuid()),
    everySeconds: z
      .number()
      .int()
      .min(60, { error: () => t("at least 60 seconds") })
      .max(2_592_000, { error: () => t("at most 30 days") }),
  }),
  response: CheckSchedule,
});

export const deleteSchedule = endpoint({
  method: "DELETE",
  path: "/api/check-schedules/{id}",
  summary: "Stop asking; what was found stays",
  permission: "procedure.publish",
  params: z.object({ id: z.uuid() }),
  body: nothing,
  response: nothing,
});
