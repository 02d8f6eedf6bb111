import { z } from "zod";
import { endpoint } from "#lib/contract/endpoint.ts";
import { longPageParams, noParams, nothing } from "#lib/contract/page.ts";
import { ProcedureView } from "#lib/contract/procedures.ts";
import { Instant } from "#lib/domain/instant.ts";
import { Procedure, Step } from "#lib/domain/procedure.ts";

const VersionName = z.object({ id: z.uuid(), version: z.number().int() });

export const DraftSummary = z.object({
  key: z.string(),
  title: z.string(),
  /** New with every change; whoever changes the draft says which one was looked at. */
  revision: z.uuid(),
  /** The version it was begun from; null for a procedure that was never published. */
  base: VersionName.nullable(),
  changedAt: Instant,
  changedBy: z.string(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/** `latest` is what publishing would follow; another version than `base` where somebody published meanwhile. */
export const DraftView = DraftSummary.extend({ document: Procedure, latest: VersionName.nullable() });
export type DraftView = z.infer<typeof DraftView>;

const OneDraft = z.object({ key: z.string().min(1).max(64) });

/** What was looked at when a change was made: the draft, or the version from which it is begun. */
const Seen = z.union([z.strictObject({ draft: z.uuid() }), z.strictObject({ version: z.uuid() })]);
export type Seen = z.infer<typeof Seen>;

export const listDrafts = endpoint({
  method: "GET",
  path: "/api/drafts",
  summary: "Procedures that are being changed, by key",
  permission: "procedure.publish",
  params: z.object(longPageParams),
  body: nothing,
  response: z.object({ drafts: z.array(DraftSummary), next: z.string().nullable() }),
});

export const getDraft = endpoint({
  method: "GET",
  path: "/api/drafts/{key}",
  summary: "The draft of a procedure with its document",
  permission: "procedure.publish",
  params: OneDraft,
  body: nothing,
  response: DraftView,
});

export const downloadDraft = endpoint({
  method: "GET",
  path: "/api/drafts/{key}/document",
  summary: "The document of a draft as YAML",
  permission: "procedure.publish",
  params: OneDraft,
  body: nothing,
  response: z.instanceof(Response),
  produces: "application/yaml",
});

export const importDraft = endpoint({
  method: "POST",
  path: "/api/drafts",
  summary: "Check a document and keep it as the draft of its procedure, in place of the draft that was looked at",
  permission: "procedure.publish",
  params: noParams,
  body: z.strictObject({ document: z.string().min(1).max(1_048_576), seen: z.uuid().nullable().default(null) }),
  response: DraftView,
});

export const changeDraftStep = endpoint({
  method: "PUT",
  path: "/api/drafts/{key}/steps/{number}",
  summary: "Change a step in the draft of a procedure; the first change begins the draft",
  permission: "procedure.publish",
  params: OneDraft.extend({ number: z.string().max(8) }),
  body: z.strictObject({ step: Step, seen: Seen }),
  response: DraftView,
});

export const publishDraft = endpoint({
  method: "POST",
  path: "/api/drafts/{key}/publication",
  summary:
    "Publish the draft as the next version; only what was looked at, and only after the version it was compared with",
  permission: "procedure.publish",
  params: OneDraft,
  body: z.strictObject({ seen: z.uuid(), latest: z.uuid().nullable() }),
  response: ProcedureView,
});

export const discardDraft = endpoint({
  method: "DELETE",
  path: "/api/drafts/{key}",
  summary: "Discard the draft that was looked at",
  permission: "procedure.publish",
  params: OneDraft.extend({ seen: z.uuid() }),
  body: nothing,
  response: nothing,
});
