import { z } from "zod";
import { CheckOutcome, CheckRound } from "#lib/contract/checks.ts";
import { endpoint } from "#lib/contract/endpoint.ts";
import { longPageParams, noParams, nothing } from "#lib/contract/page.ts";
import { Connections } from "#lib/domain/connection.ts";
import { Instant } from "#lib/domain/instant.ts";
import { Mode } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const Key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, { error: () => t("lower-case letters, digits and -, at most 64") });
const Name = z
  .string()
  .trim()
  .min(1, { error: () => t("must not be empty") })
  .max(80, { error: () => t("at most 80 characters") });

/** A value takes the place of one argument of a command; a list takes the place of several. */
const Parameter = z.union([
  z
    .string()
    .max(4_096)
    .regex(/^(?!-)/, { error: () => t("a single value must not begin with -; use a list for options") }),
  z.array(z.string().max(4_096)).min(1).max(64),
]);
/** Each run keeps a copy, which every command on it reads. */
const MOST_CHARACTERS = 65_536;
const Parameters = z
  .record(z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/, { error: () => t("a parameter's name") }), Parameter)
  .refine((all) => JSON.stringify(all).length <= MOST_CHARACTERS, {
    error: () => t("at most {most} characters in all", { most: MOST_CHARACTERS }),
  });

export const Site = z.object({
  id: z.uuid(),
  key: Key,
  name: Name,
  place: z.string(),
  practice: z.boolean(),
  parameters: Parameters,
  connections: Connections,
  updatedAt: Instant,
});
export type Site = z.infer<typeof Site>;

export const listSites = endpoint({
  method: "GET",
  path: "/api/sites",
  summary: "Sites, by name",
  permission: "site.view",
  params: z.object(longPageParams),
  body: nothing,
  response: z.object({ sites: z.array(Site), next: z.string().nullable() }),
});

/** A site itself passes or fails; what warns is of a run. */
export const SiteOutcome = CheckOutcome.exclude(["warning"]);
export type SiteOutcome = z.infer<typeof SiteOutcome>;

/** What was last found at a site, in one round of checks of more than a single step. */
const LastCheck = z.object({
  /** When it was asked for, as the round itself tells its age. */
  at: Instant,
  /** The worst of what was found there. */
  result: SiteOutcome,
  askedBy: z.string(),
  /** The site was changed since then: nothing is known of it as it is now. */
  changedSince: z.boolean(),
});

export const SiteReadiness = z.object({
  site: z.uuid(),
  lastCheck: LastCheck.nullable(),
  /** Runs that are started and not over, and have a part there. */
  openRuns: z.array(
    z.object({ number: z.number().int(), mode: Mode, procedure: z.string(), gatesWaiting: z.number().int() }),
  ),
});
export type SiteReadiness = z.infer<typeof SiteReadiness>;

export const listReadiness = endpoint({
  method: "GET",
  path: "/api/sites/readiness",
  summary: "For each site: what the last check found there, and the runs that go on there",
  permission: "run.view",
  params: noParams,
  body: nothing,
  response: z.object({ sites: z.array(SiteReadiness) }),
});

/** The latest round of checks of each site alone. */
export const SiteRounds = z.object({ sites: z.array(z.object({ site: z.uuid(), round: CheckRound })) });
export type SiteRounds = z.infer<typeof SiteRounds>;

export const listSiteChecks = endpoint({
  method: "GET",
  path: "/api/sites/checks",
  summary: "For each site that was ever checked alone: the latest round of it",
  permission: "run.view",
  params: noParams,
  body: nothing,
  response: SiteRounds,
});

export const createSite = endpoint({
  method: "POST",
  path: "/api/sites",
  summary: "Add a site",
  permission: "site.manage",
  params: noParams,
  body: z.strictObject({
    key: Key,
    name: Name,
    place: z.string().trim().max(200).default(""),
    parameters: Parameters.default({}),
    connections: Connections.default({}),
  }),
  response: Site,
});

export const changeSite = endpoint({
  method: "PATCH",
  path: "/api/sites/{id}",
  summary: "Change a site; runs that exist keep what they were created with",
  permission: "site.manage",
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({
    name: Name.optional(),
    place: z.string().trim().max(200).optional(),
    parameters: Parameters.optional(),
    connections: Connections.optional(),
    /** The `updatedAt` that was looked at. Somebody else's change since then is not overwritten. */
    seen: Instant.optional(),
  }),
  response: Site,
});
