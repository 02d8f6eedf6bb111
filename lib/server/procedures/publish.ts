import "server-only";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { outline, type Procedure } from "#lib/domain/procedure.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { procedureHash } from "#lib/server/procedures/canonical.ts";
import { parseProcedure } from "#lib/server/procedures/parse.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";

/** Who publishes. `built in` is what comes with the product. */
export type Publisher = { name: string; builtIn?: boolean };

/**
 * Publishes a document as the next version of its procedure; one that is published already is left as it is. Throws
 * `invalid_request` with every fault, its path and its line.
 */
export async function publish(publisher: Publisher, text: string): Promise<ProcedureView> {
  const parsed = parseProcedure(text);
  if (!parsed.ok) {
    const [first] = parsed.issues;
    throw new AppError("invalid_request", first?.message ?? "The document is not well-formed.", {
      issues: parsed.issues,
    });
  }
  return readProcedure(await storeVersion(publisher, parsed.procedure));
}

/** The id of the version. One at a time for each procedure: numbers have no gaps, a document is never there twice. */
function storeVersion({ name, builtIn = false }: Publisher, procedure: Procedure): Promise<string> {
  const { key, title } = procedure;
  const hash = procedureHash(procedure);
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('procedure_version'), hashtext(${key}))`;
    const known = await tx.procedureVersion.findUnique({ where: { hash }, select: { id: true } });
    if (known) return known.id;
    const last = await tx.procedureVersion.aggregate({ where: { key }, _max: { version: true } });
    const version = (last._max.version ?? 0) + 1;
    const stepCount = outline(procedure).steps.length;
    const data = { key, version, hash, title, stepCount, document: procedure, builtIn, publishedBy: name };
    const made = await tx.procedureVersion.create({ data, select: { id: true } });
    log.info({ by: name, procedure: key, version, hash }, "a procedure was published");
    return made.id;
  });
}
