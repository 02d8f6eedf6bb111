import "server-only";
import { Procedure } from "#lib/domain/procedure.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";

const kept = new Map<string, Procedure>();
const KEEP = 200;

/** The document of a published version. It never changes, so it is read and checked once a process. */
export async function frozenProcedure(id: string): Promise<Procedure> {
  const known = kept.get(id);
  if (known) return known;
  const row = await db().procedureVersion.findUnique({ where: { id }, select: { document: true } });
  if (!row) throw new AppError("not_found", "There is no such version of a procedure.");
  const procedure = Procedure.parse(row.document);
  const oldest = kept.keys().next();
  if (kept.size >= KEEP && !oldest.done) kept.delete(oldest.value);
  kept.set(id, procedure);
  return procedure;
}
