import "server-only";
import type { Pool, PoolClient } from "pg";
import { Procedure } from "#lib/domain/procedure.ts";
import { database } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { t } from "#lib/words/t.ts";

const kept = new Map<string, Procedure>();
const KEEP = 200;

/**
 * The document of a published version. It never changes, so it is read and checked once a process. Inside a transaction
 * it is read by its connection: as many transactions as there are connections would wait for another one for ever.
 */
export async function frozenProcedure(id: string, by: Pool | PoolClient = database().pool): Promise<Procedure> {
  const known = kept.get(id);
  if (known) return known;
  const { rows } = await by.query<{ document: unknown }>({
    name: "frozen_procedure",
    text: "select document from procedure_version where id = $1",
    values: [id],
  });
  const [row] = rows;
  if (!row) throw new AppError("not_found", t("There is no such version of a procedure."));
  const procedure = Procedure.parse(row.document);
  const oldest = kept.keys().next();
  if (kept.size >= KEEP && !oldest.done) kept.delete(oldest.value);
  kept.set(id, procedure);
  return procedure;
}
