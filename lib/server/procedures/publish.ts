import "server-only";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { begunFrom } from "#lib/domain/begun-from.ts";
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
 * `invalid_request` with every fault, its path and its line; `conflict` where somebody else published since it was begun, or
 * has its key, unless it is to be published over that.
 */
export async function publish(publisher: Publisher, text: string, over?: number): Promise<ProcedureView> {
  return readProcedure(await storeVersion(publisher, readDocument(text), { base: begunFrom(text), over }));
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

/** A version that was published again is there twice: what is said of its text is said of the last of them. */
const LATEST = { version: "desc" } as const;

/** The id of the version; of the one that is there already, where the document is. */
const storeVersion = (publisher: Publisher, procedure: Procedure, begun: Begun): Promise<string> =>
  db().$transaction(async (tx) => {
    await lockVersions(tx, procedure.key);
    const hash = procedureHash(procedure);
    const known = await tx.procedureVersion.findFirst({ where: { hash }, orderBy: LATEST, select: { id: true } });
    if (known) return known.id;
    await refuseToUndo(tx, publisher, procedure.key, begun);
    return insertVersion(tx, publisher, procedure);
  });

/** The hash of what a document was begun from, and the number of the version it is to be published over nevertheless. */
type Begun = { base: string | null; over: number | undefined };

/** What somebody else published is not undone by who has not seen it: since it was begun, or at all where it says not from what. */
async function refuseToUndo(
  tx: Prisma.TransactionClient,
  { name }: Publisher,
  key: string,
  { base, over }: Begun,
): Promise<void> {
  const latest = await tx.procedureVersion.findFirst({ where: { key }, orderBy: LATEST, omit: { document: true } });
  if (!latest || latest.version === over) return;
  const begun =
    base &&
    (await tx.procedureVersion.findFirst({ where: { key, hash: base }, orderBy: LATEST, select: { version: true } }));
  if (!begun) {
    if (latest.publishedBy !== name) throw keyInUse(latest);
    return;
  }
  const other = await tx.procedureVersion.findFirst({
    where: { key, version: { gt: begun.version }, publishedBy: { not: name } },
    orderBy: LATEST,
    select: { version: true, publishedBy: true },
  });
  if (!other) return;
  const { version, publishedBy: by } = other;
  const said = { by, version, base: begun.version };
  const words = () =>
    t(
      "{by} published v{version} since this document was begun from v{base}. It would undo what was changed there.",
      said,
    );
  throw new AppError("conflict", words, { by, latest: latest.version });
}

type Version = { id: string; key: string; version: number; title: string; builtIn: boolean; publishedBy: string };

function keyInUse({ id, key, version, title, builtIn, publishedBy: by }: Version): AppError {
  const words = () =>
    t(
      'The key {key} is in use: v{version}, "{title}", {published}, would be replaced. Give the document another key, or publish over that one knowingly.',
      { key, version, title, published: builtIn ? t("built in") : t("by {name}", { name: by }) },
    );
  return new AppError("conflict", words, { by, latest: version, latestId: id });
}

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
