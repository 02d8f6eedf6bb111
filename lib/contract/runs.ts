import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { noParams, nothing, pageParams, severalParams, streamParams } from "#lib/contract/page.ts";
import { ExecutedVersion, RecordState, RunSummary } from "#lib/contract/run-summary.ts";
import { Answer, FactKey } from "#lib/domain/condition.ts";
import { Key } from "#lib/domain/fields.ts";
import { Instant } from "#lib/domain/instant.ts";
import { StepNumber } from "#lib/domain/procedure.ts";
import { DEVIATIONS, type DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import { Plan } from "#lib/domain/report/plan.ts";
import { Segment } from "#lib/domain/report/segment.ts";
import { Command } from "#lib/domain/run/command.ts";
import { LoggedEvent } from "#lib/domain/run/event.ts";
import { Mode, Run, RunStatus, RunType } from "#lib/domain/run/state.ts";
import { Zone } from "#lib/domain/zone.ts";
import { t } from "#lib/words/t.ts";

/** A run by its id or by its number: `R-0042`, `0042` and `42` are the same. */
const RunReference = z.union([
  z.uuid(),
  z.string().regex(/^(R-)?[0-9]{1,9}$/i, { error: () => t("an id or a number such as R-0042") }),
]);
const OneRun = z.object({ id: RunReference });
const Step = z.string().max(8);

/** The whole state of a run at one moment of the server's clock. */
export const RunView = z.object({ run: Run, procedure: ExecutedVersion, serverAt: Instant });
export type RunView = z.infer<typeof RunView>;

const PEOPLE_DEVIATE = (Object.keys(DEVIATIONS) as DeviationKind[]).filter((kind) => kind !== "not_applicable");

export const RunFilter = z.object({
  procedure: z.string().max(64).optional(),
  mode: Mode.optional(),
  status: RunStatus.optional(),
  /** Only runs that have ended, or only those that have not. */
  over: z.enum(["yes", "no"]).optional(),
  site: z.uuid().optional(),
  /** Who did anything in it: their id. */
  person: z.uuid().optional(),
  record: RecordState.optional(),
  /** Whether people did anything otherwise than the procedure says, or did it in this way. */
  deviations: z.enum(["yes", "no", ...PEOPLE_DEVIATE]).optional(),
  /** Started on this day or later; on this day or earlier. One that never started goes by when it was created. */
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Where those are days, such as "Asia/Tokyo"; left out: UTC. */
  zone: Zone.optional(),
  text: z.string().trim().max(100).optional(),
});
export type RunFilter = z.infer<typeof RunFilter>;

export const listRuns = endpoint({
  method: "GET",
  path: "/api/runs",
  summary: "Runs, the latest first",
  permission: "run.view",
  params: RunFilter.extend(pageParams),
  body: nothing,
  response: z.object({ runs: z.array(RunSummary), next: z.string().nullable() }),
});

/** Who reads a file of CSV: a spreadsheet needs a byte order mark to know UTF-8, which a program would have to skip. */
export const CsvReader = z.enum(["program", "spreadsheet"]);
export type CsvReader = z.infer<typeof CsvReader>;

export const getRunsFile = endpoint({
  method: "GET",
  path: "/api/runs.csv",
  summary: "Every run that matches, the latest first, as CSV",
  permission: "run.view",
  params: RunFilter.extend({ for: CsvReader.optional() }),
  body: nothing,
  response: z.instanceof(Response),
  produces: "text/csv",
});

export const NewRun = z.strictObject({
  /** Chosen by the caller; the same id twice gives the same run. */
  id: z.uuid().optional(),
  procedureId: z.uuid(),
  /** The latest version of the procedure that was looked at. Where another one was published since, nothing is created. */
  latestSeen: z.uuid().optional(),
  mode: Mode,
  type: RunType,
  /** A site's id for each role of the procedure. */
  sites: z.record(Key, z.uuid()),
  /** What is not answered is unknown. */
  facts: z.record(FactKey, Answer).default({}),
  /** Who fills a position, and who stands in: their ids. */
  positions: z.record(Key, z.strictObject({ person: z.uuid().optional(), deputy: z.uuid().optional() })).optional(),
  /** Whom command is offered to as the run is created: their id. The creator commands until they accept. */
  offerCommandTo: z.uuid().optional(),
  /** Steps whose suggested gate is left out. */
  withoutGates: z.array(StepNumber).max(500).optional(),
  rtoSeconds: z.number().int().positive().max(2_592_000).nullable().default(null),
  /** Left out: when it is started. */
  declaredAt: Instant.optional(),
  /** Start at once instead of leaving a draft. */
  start: z.boolean().default(false),
});
export type NewRun = z.infer<typeof NewRun>;

export const createRun = endpoint({
  method: "POST",
  path: "/api/runs",
  summary: "Create a run; its creator commands it, until somebody it is offered to accepts",
  permission: "run.command",
  params: noParams,
  body: NewRun,
  response: RunView,
});

export const getRun = endpoint({
  method: "GET",
  path: "/api/runs/{id}",
  summary: "A run as it stands now",
  permission: "run.view",
  params: OneRun,
  body: nothing,
  response: RunView,
});

export const getRuns = endpoint({
  method: "GET",
  path: "/api/runs/several",
  summary: "Several runs as they stand now; one that does not exist is left out",
  permission: "run.view",
  params: severalParams,
  body: nothing,
  response: z.object({ runs: z.array(RunView) }),
});

/** Somebody who commands the run, fills a position or has a step in it, and how they are reached. */
export const RunContact = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  telephone: z.string().nullable(),
});
export type RunContact = z.infer<typeof RunContact>;

export const getContacts = endpoint({
  method: "GET",
  path: "/api/runs/{id}/contacts",
  summary: "How those who have a part in a run are reached, the commander first",
  permission: "run.view",
  params: OneRun,
  body: nothing,
  response: z.object({ people: z.array(RunContact) }),
});

export const CommandResult = z.object({
  seq: z.number().int(),
  events: z.array(LoggedEvent),
  /** This key was answered before; these are the events of that time. */
  repeated: z.boolean(),
});
export type CommandResult = z.infer<typeof CommandResult>;

export const sendCommand = endpoint({
  method: "POST",
  path: "/api/runs/{id}/commands",
  summary: "Ask for one change of a run",
  // What each command needs beyond this, the rule of the run itself says.
  permission: "run.view",
  params: OneRun,
  body: z.strictObject({
    /** The caller's idempotency key: sent again, it gives the first answer and changes nothing. */
    key: z.string().min(8).max(64).optional(),
    command: Command,
  }),
  response: CommandResult,
});

export const runEvents = endpoint({
  method: "GET",
  path: "/api/runs/{id}/events",
  summary: "Events of a run as they happen; resumes after Last-Event-ID",
  permission: "run.view",
  params: OneRun.extend(streamParams),
  body: nothing,
  response: z.instanceof(Response),
  produces: "text/event-stream",
});

export const getLog = endpoint({
  method: "GET",
  path: "/api/runs/{id}/log",
  summary: "The log of a run, the first event first",
  permission: "run.view",
  params: OneRun.extend(pageParams),
  body: nothing,
  response: z.object({ events: z.array(LoggedEvent), next: z.string().nullable() }),
});

/** By the number of a step: what its time went into, up to event `seq`, and when it was expected as the run began. */
const RunTimeline = z.object({
  seq: z.number().int(),
  steps: z.record(z.string(), z.array(Segment).readonly()),
  planned: z.record(z.string(), Plan),
});
export type RunTimeline = z.infer<typeof RunTimeline>;

export const getTimeline = endpoint({
  method: "GET",
  path: "/api/runs/{id}/timeline",
  summary: "What the time of each step went into: commands, people at work, waiting; and what was planned for it",
  permission: "run.view",
  params: OneRun,
  body: nothing,
  response: RunTimeline,
});

const OneAttempt = OneRun.extend({ number: Step, attempt: z.coerce.number().int().positive() });

export const getOutput = endpoint({
  method: "GET",
  path: "/api/runs/{id}/steps/{number}/attempts/{attempt}/output",
  summary: "What the command of an attempt wrote, as text",
  permission: "run.view",
  params: OneAttempt,
  body: nothing,
  response: z.instanceof(Response),
  produces: "text/plain",
});

/** One piece of output as it came. */
export const OutputPiece = z.object({
  piece: z.number().int(),
  at: Instant,
  stream: z.enum(["stdout", "stderr"]),
  text: z.string(),
});
export type OutputPiece = z.infer<typeof OutputPiece>;

export const outputEnd = endpoint({
  method: "GET",
  path: "/api/runs/{id}/steps/{number}/attempts/{attempt}/output/end",
  summary: "The last pieces of what the command of an attempt wrote, at most 8,000 characters of each",
  permission: "run.view",
  params: OneAttempt,
  body: nothing,
  response: z.object({ pieces: z.array(OutputPiece) }),
});

export const outputEvents = endpoint({
  method: "GET",
  path: "/api/runs/{id}/steps/{number}/attempts/{attempt}/output/events",
  summary: "Output of an attempt as it is written; resumes after Last-Event-ID, ends with the attempt",
  permission: "run.view",
  params: OneAttempt.extend(streamParams),
  body: nothing,
  response: z.instanceof(Response),
  produces: "text/event-stream",
});
