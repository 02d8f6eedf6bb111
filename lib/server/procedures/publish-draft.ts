import "server-only";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import type { Person } from "#lib/domain/actor.ts";
import { pathText } from "#lib/domain/explain-issue.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import { checkProcedure } from "#lib/domain/procedure-check.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { procedureHash } from "#lib/server/procedures/canonical.ts";
import { draftConflict } from "#lib/server/procedures/change-draft.ts";
import { insertVersion, lockVersions } from "#lib/server/procedures/publish.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Transaction = Prisma.TransactionClient;

/**
 * Publishes the draft that was seen as the version after `latest`, and ends the draft. Throws `invalid_request` with what
 * is wrong with it, and `conflict` when somebody has changed it, or published, since, or it is published already.
 */
export async function publishDraft(
  actor: Person,
  key: string,
  { seen, latest }: { seen: string; latest: string | null },
): Promise<ProcedureView> {
  const id = await db().$transaction(async (tx) => {
    await lockVersions(tx, key);
    const draft = await tx.procedureDraft.findUnique({ where: { key, revision: seen } });
    const { count } = await tx.procedureDraft.deleteMany({ where: { key, revision: seen } });
    if (!draft || count === 0) throw await draftConflict(key);
    const before = await demandLatest(tx, key, latest);
    const procedure = Procedure.parse(draft.document);
    refuseFaulty(procedure);
    refuseUnchanged(procedure, before);
    return insertVersion(tx, actor, procedure);
  });
  return readProcedure(id);
}

async function demandLatest(tx: Transaction, key: string, seen: string | null) {
  const latest = await tx.procedureVersion.findFirst({ where: { key }, orderBy: { version: "desc" } });
  if ((latest?.id ?? null) === seen) return latest;
  const message = t("Version {version} was published by {who} meanwhile. Look at the difference again.", {
    version: latest?.version ?? 0,
    who: latest?.publishedBy ?? "",
  });
  throw new AppError("conflict", message, { by: latest?.publishedBy, at: latest?.publishedAt.toISOString() });
}

function refuseFaulty(procedure: Procedure): void {
  const issues = checkProcedure(procedure).map(({ path, message }) => ({ path: pathText(path), message }));
  const [first] = issues;
  if (first)
    throw new AppError("invalid_request", t("{field}: {fault}.", { field: first.path, fault: first.message }), {
      issues,
    });
}

/** What changes nothing is no version. What goes back to an earlier one, word for word, is. */
function refuseUnchanged(procedure: Procedure, latest: { hash: string; version: number } | null): void {
  if (latest?.hash === procedureHash(procedure))
    throw new AppError(
      "conflict",
      t("This is word for word version {version}, which is already published.", { version: latest.version }),
    );
}
