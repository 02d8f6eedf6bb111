import "server-only";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { procedureHash } from "#lib/server/procedures/canonical.ts";
import { parseProcedure } from "#lib/server/procedures/parse.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Who publishes. `built in` is what comes with the product. */
export type Publisher = { name: string; builtIn?: boolean };

/**
 * Publishes a document as the next version of its procedure; one that is published already is left as it is. Throws
 * `invalid_request` with every fault, its path and its line.
 */
export async function publish(publisher: Publisher, text: string): Promise<ProcedureView> {
  return readProcedure(await storeVersion(publisher, readDocument(text)));
}

/** A document as it was sent. Throws `invalid_request` with every fault, its path and its line. */
export function readDocument(text: string): Procedure {
  const parsed = parseProcedure(text);
  if (parsed.ok) return parsed.procedure;
  const [first] = parsed.issues;
  throw new AppError("invalid_request", first?.message ?? t("The document is not well-formed."), {
    issues: parsed.issues,
  });
}

/** The id of the version; of the one that is there already, where the document is. */
const storeVersion = (publisher: Publisher, procedure: Procedure): Promise<string> =>
  db().$transaction(async (tx) => {
    await lockVersions(tx, procedure.key);
    const hash = procedureHash(procedure);
    const known = await tx.procedureVersion.findUnique({ where: { hash }, select: { id: true } });
    return known?.id ?? insertVersion(tx, publisher, procedure);
  });

/** One at a time for each procedure: numbers have no gaps, a document is never there twice. */
export const lockVersions = (tx: Prisma.TransactionClient, key: string): Promise<number> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext('procedure_version'), hashtext(${key}))`;

/** The id of the next version, made while the versions are locked. */
export async function insertVersion(
  tx: Prisma.TransactionClient,
  { name, builtIn = false }: Publisher,
  procedure: Procedure,
): Promise<string> {
  const { key, title } = procedure;
  const hash = procedureHash(procedure);
  const last = await tx.procedureVersion.aggregate({ where: { key }, _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  const stepCount = outline(procedure).steps.length;
  const data = { key, version, hash, title, stepCount, document: procedure, builtIn, publishedBy: name };
  const made = await tx.procedureVersion.create({ data, select: { id: true } });
  log.info({ by: name, procedure: key, version, hash }, "a procedure was published");
  return made.id;
}
