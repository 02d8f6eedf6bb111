import "server-only";
import { randomUUID } from "node:crypto";
import type { DraftView, Seen } from "#lib/contract/drafts.ts";
import type { Person } from "#lib/domain/actor.ts";
import { begunFrom } from "#lib/domain/begun-from.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { withStep } from "#lib/domain/procedure-edit.ts";
import { db } from "#lib/server/db.ts";
import { AppError, wrongField } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { readDocument } from "#lib/server/procedures/publish.ts";
import { latestVersion, readDraft } from "#lib/server/procedures/read-draft.ts";
import { t } from "#lib/words/t.ts";

/**
 * Changes one step in the draft that was seen, or begins a draft from the version that was seen. Throws `not_found` for
 * a step that is not there, and `conflict` naming who has changed the draft, or published, since.
 */
export async function changeDraftStep(
  actor: Person,
  { key, number }: { key: string; number: string },
  { step, seen }: { step: Step; seen: Seen },
): Promise<DraftView> {
  if (step.number !== number) {
    throw wrongField("step.number", t("must be {number}: a step keeps its number", { number }));
  }
  const before = "draft" in seen ? await draftSeen(key, seen.draft) : await versionSeen(key, seen.version);
  const document = withStep(before, step);
  if (!document) throw new AppError("not_found", t("There is no step {step} in this procedure.", { step: number }));
  if ("draft" in seen) await replace(actor, document, seen.draft);
  else if (!(await begin(actor, document, seen.version))) throw await draftConflict(key);
  return readDraft(key);
}

/**
 * Keeps a document as the draft of its procedure: a new one, or in place of the one that was seen. A new one follows the
 * version that the document says it was begun from, or else the latest. Throws `invalid_request` with every fault, and
 * `conflict` when another draft is there.
 */
export async function importDraft(actor: Person, text: string, seen: string | null): Promise<DraftView> {
  const document = readDocument(text);
  if (seen !== null) await replace(actor, document, seen);
  else if (!(await begin(actor, document, await baseOf(document.key, begunFrom(text))))) {
    throw await draftThere(document.key);
  }
  return readDraft(document.key);
}

async function baseOf(key: string, hash: string | null): Promise<string | null> {
  const select = { id: true } as const;
  const begun =
    hash && (await db().procedureVersion.findFirst({ where: { key, hash }, orderBy: { version: "desc" }, select }));
  return (begun || (await latestVersion(key)))?.id ?? null;
}

/** One that was not looked at is not written over. */
async function draftThere(key: string): Promise<AppError> {
  const words = () => t("There is a draft already: publish or discard it first.");
  return new AppError("conflict", words, (await draftConflict(key)).extras);
}

/** Discards the draft that was seen. Throws `not_found`, and `conflict` naming who has changed it since. */
export async function discardDraft(actor: Person, key: string, seen: string): Promise<undefined> {
  const { count } = await db().procedureDraft.deleteMany({ where: { key, revision: seen } });
  if (count === 0) throw await draftConflict(key);
  log.info({ actor: actor.id, procedure: key }, "a draft was discarded");
}

/** Why a draft is not the one that was seen: who has changed it, or that it is gone. */
export async function draftConflict(key: string): Promise<AppError> {
  const row = await db().procedureDraft.findUnique({ where: { key }, select: { changedBy: true, changedAt: true } });
  if (!row) return new AppError("not_found", t("This draft is no longer there: it was published or discarded."));
  const by = { by: row.changedBy, at: row.changedAt.toISOString() };
  return new AppError(
    "conflict",
    t("{who} has changed this draft since you opened it. Open it again.", { who: row.changedBy }),
    by,
  );
}

async function draftSeen(key: string, revision: string): Promise<Procedure> {
  const draft = await readDraft(key);
  if (draft.revision !== revision) throw await draftConflict(key);
  return draft.document;
}

async function versionSeen(key: string, id: string): Promise<Procedure> {
  const latest = await db().procedureVersion.findFirst({
    where: { key },
    orderBy: { version: "desc" },
    select: { id: true, version: true, publishedBy: true, publishedAt: true },
  });
  if (!latest) throw new AppError("not_found", t("There is no such procedure."));
  if (latest.id === id) return frozenProcedure(id);
  const message = t("Version {version} is the latest, published by {who}. Open the step there.", {
    version: latest.version,
    who: latest.publishedBy,
  });
  throw new AppError("conflict", message, { by: latest.publishedBy, at: latest.publishedAt.toISOString() });
}

/** Whether there was none before. */
async function begin(actor: Person, document: Procedure, baseId: string | null): Promise<boolean> {
  const data = { ...written(actor, document), key: document.key, baseId };
  const { count } = await db().procedureDraft.createMany({ data, skipDuplicates: true });
  if (count === 0) return false;
  log.info({ actor: actor.id, procedure: document.key }, "a draft was begun");
  return true;
}

async function replace(actor: Person, document: Procedure, seen: string): Promise<void> {
  const { key } = document;
  const { count } = await db().procedureDraft.updateMany({
    where: { key, revision: seen },
    data: written(actor, document),
  });
  if (count === 0) throw await draftConflict(key);
  log.info({ actor: actor.id, procedure: key }, "a draft was changed");
}

const written = (actor: Person, document: Procedure) => ({
  revision: randomUUID(),
  title: document.title,
  document,
  changedAt: new Date(),
  changedBy: actor.name,
});
