import "server-only";
import { Procedure } from "#lib/domain/procedure.ts";
import { db } from "#lib/server/db.ts";
import { procedureHash } from "#lib/server/procedures/canonical.ts";
import { insertVersion, lockVersions, readDocument } from "#lib/server/procedures/publish.ts";
import { findVersion } from "#lib/server/procedures/read.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A newer text that was not published, and the organisation's own version that stays the latest. */
export type Unpublished = { key: string; title: string; version: number };

/**
 * Publishes what comes with the product where the latest version came with it too, or there is none. An organisation's
 * own version stays in force: the newer text is then only kept, to be compared, and said.
 */
export async function bringProcedure(text: string): Promise<Unpublished | null> {
  const procedure = readDocument(text);
  const { key } = procedure;
  const hash = procedureHash(procedure);
  return db().$transaction(async (tx) => {
    await lockVersions(tx, key);
    await tx.broughtProcedure.deleteMany({ where: { key } });
    if (await isVersion(tx, { key, hash })) return null;
    const latest = await tx.procedureVersion.findFirst({
      where: { key },
      orderBy: { version: "desc" },
      select: { title: true, version: true, builtIn: true },
    });
    if (latest && !latest.builtIn) {
      await tx.broughtProcedure.create({ data: { key, hash, document: procedure } });
      return { key, title: latest.title, version: latest.version };
    }
    await insertVersion(tx, { name: "built in", builtIn: true }, procedure);
    return null;
  });
}

/** What the product brings along of this procedure and nobody has published; null where there is no such text. */
export async function readBrought(reference: string): Promise<{ document: Procedure | null }> {
  const { key } = await findVersion(reference);
  const brought = await db().broughtProcedure.findUnique({ where: { key } });
  if (!brought || (await isVersion(db(), brought))) return { document: null };
  return { document: Procedure.parse(brought.document) };
}

const isVersion = async (
  by: Pick<Prisma.TransactionClient, "procedureVersion">,
  { key, hash }: { key: string; hash: string },
): Promise<boolean> => (await by.procedureVersion.findFirst({ where: { key, hash }, select: { id: true } })) !== null;
