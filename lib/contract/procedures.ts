import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { longPageParams, noParams, nothing, severalParams } from "#lib/contract/page.ts";
import { Instant } from "#lib/domain/instant.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import { Mode, RunStatus } from "#lib/domain/run/state.ts";

/** A run that came to its end, and the version it went by. */
export const Practised = z.object({
  number: z.number().int(),
  endedAt: Instant,
  procedureId: z.uuid(),
  version: z.number().int(),
  /** How many steps people skipped, overrode or left. */
  exceptions: z.number().int(),
  /** Whatever was tried was only simulated. */
  onlySimulated: z.boolean(),
});
export type Practised = z.infer<typeof Practised>;

export const ProcedureSummary = z.object({
  id: z.uuid(),
  key: z.string(),
  version: z.number().int(),
  hash: z.string(),
  title: z.string(),
  stepCount: z.number().int(),
  builtIn: z.boolean(),
  publishedAt: Instant,
  publishedBy: z.string(),
  /** Of any version of it, completed with or without exceptions; not where nothing was done but skipped. */
  lastDrill: Practised.nullable(),
  lastLive: Practised.nullable(),
  /** The last of the newest version that was drilled so, or run live. */
  newestDrill: Practised.nullable(),
  newestLive: Practised.nullable(),
});
export type ProcedureSummary = z.infer<typeof ProcedureSummary>;

export const ProcedureView = ProcedureSummary.extend({ document: Procedure });
export type ProcedureView = z.infer<typeof ProcedureView>;

/** A version by its id or its hash, or the latest version by the procedure's key. */
const OneProcedure = z.object({ id: z.string().min(1).max(64) });

export const listProcedures = endpoint({
  method: "GET",
  path: "/api/procedures",
  summary: "The latest version of each procedure, or every version of one, the latest first",
  permission: "procedure.view",
  params: z.object({ key: z.string().max(64).optional(), ...longPageParams }),
  body: nothing,
  response: z.object({ procedures: z.array(ProcedureSummary), next: z.string().nullable() }),
});

export const publishProcedure = endpoint({
  method: "POST",
  path: "/api/procedures",
  summary: "Check a document and publish it as the next version; a document known already is answered as it is",
  permission: "procedure.publish",
  params: noParams,
  body: z.strictObject({
    /**
     * It undoes nobody else's version unasked: none later than what its first line says that it was begun from
     * (`# begun-from:` and a hash), and none at all without that line.
     */
    document: z.string().min(1).max(1_048_576),
    /** The number of the latest version, to be published over all the same. */
    over: z.number().int().positive().optional(),
  }),
  response: ProcedureView,
});

export const getProcedure = endpoint({
  method: "GET",
  path: "/api/procedures/{id}",
  summary: "A version of a procedure with its document",
  permission: "procedure.view",
  params: OneProcedure,
  body: nothing,
  response: ProcedureView,
});

export const getProcedures = endpoint({
  method: "GET",
  path: "/api/procedures/several",
  summary: "Several versions of procedures with their documents; one that does not exist is left out",
  permission: "procedure.view",
  params: severalParams,
  body: nothing,
  response: z.object({ procedures: z.array(ProcedureView) }),
});

export const downloadProcedure = endpoint({
  method: "GET",
  path: "/api/procedures/{id}/document",
  summary: "The document of a version as YAML",
  permission: "procedure.view",
  params: OneProcedure,
  body: nothing,
  response: z.instanceof(Response),
  produces: "application/yaml",
});

export const getBrought = endpoint({
  method: "GET",
  path: "/api/procedures/{id}/brought",
  summary:
    "What the product brings along of a procedure and nobody has published, because the latest version is your own; else null",
  permission: "procedure.publish",
  params: OneProcedure,
  body: nothing,
  response: z.object({ document: Procedure.nullable() }),
});

/** What past runs of a procedure, of any of its versions, say about this version. */
export const Past = z.object({
  /** By step: the median of how long it took where it was the same step, in so many of the latest runs. */
  durations: z.record(
    z.string(),
    z.object({ seconds: z.number(), runs: z.number().int().positive(), drills: z.number().int().nonnegative() }),
  ),
  /**
   * The drills that came to their end last, and as many live runs, the first of them first: how long they took from their
   * declaration.
   */
  runs: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      mode: Mode,
      status: RunStatus,
      version: z.number().int(),
      endedAt: Instant,
      rtaSeconds: z.number(),
      rtoSeconds: z.number().nullable(),
      /** Whatever was tried was only simulated: how long it took is no recovery time. */
      onlySimulated: z.boolean(),
    }),
  ),
});
export type Past = z.infer<typeof Past>;

export const getPast = endpoint({
  method: "GET",
  path: "/api/procedures/{id}/past",
  summary: "What past runs of a procedure say, or said at an instant: how long its steps and its runs took",
  permission: "procedure.view",
  params: OneProcedure.extend({ before: Instant.optional() }),
  body: nothing,
  response: Past,
});
