import { z } from "zod";
import { Instant, Who } from "#lib/domain/instant.ts";
import { Mode, RunStatus, RunType } from "#lib/domain/run/state.ts";

/** The version a run executes; the document itself comes from `getProcedure` and never changes. */
export const ExecutedVersion = z.object({
  id: z.uuid(),
  key: z.string(),
  title: z.string(),
  version: z.number().int(),
  hash: z.string(),
});

/** A run's record: still growing, over and not signed yet, signed up to its last event, or found changed. */
export const RecordState = z.enum(["open", "unsigned", "signed", "broken"]);

export const RunSummary = z.object({
  id: z.uuid(),
  number: z.number().int(),
  /** Of its last event: what was read of the run at this number is still so. */
  seq: z.number().int(),
  procedure: ExecutedVersion,
  mode: Mode,
  type: RunType,
  status: RunStatus,
  exceptionCount: z.number().int(),
  /** Of an aborted or failed run: the steps at which it stood, as far as that is known. */
  stoodAt: z.array(z.string()),
  /** Steps at whose gate somebody has to decide now. */
  gatesWaiting: z.number().int(),
  /** Steps that failed and wait for a decision, or whose operator asked for help. */
  stepsInTrouble: z.number().int(),
  /** The site's name for each role, as it was when the run was created. */
  sites: z.record(z.string(), z.string()),
  /** The site's id for each role: a site may be called otherwise by now. */
  siteIds: z.record(z.string(), z.uuid()),
  commander: Who,
  rtoSeconds: z.number().int().nullable(),
  /** Null while it is a draft of which nobody stated it: it is declared when it is started. */
  declaredAt: Instant.nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  reachedAt: Instant.optional(),
  onlySimulated: z.literal(true).optional(),
  /** It came to its end with nothing done but skipped. */
  nothingDone: z.literal(true).optional(),
  record: RecordState,
  /** Who has signed its report off, by their ids. */
  signedOffBy: z.array(z.string()),
});
export type RunSummary = z.infer<typeof RunSummary>;
