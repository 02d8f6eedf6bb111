import "server-only";
import { z } from "zod";
import type { ProcedureSummary, ProcedureView } from "#lib/contract/procedures.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { EVERYTHING, numberAfter, type Page, pageOf } from "#lib/server/page.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { type LastPractised, lastPractised } from "#lib/server/procedures/practised.ts";
import { yamlFile } from "#lib/server/procedures/yaml-file.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const withoutDocument = { document: true } as const;
type Row = Prisma.ProcedureVersionGetPayload<{ omit: typeof withoutDocument }>;

/** The latest version of each procedure by key, or all versions of one, the latest first. */
export async function listProcedures({
  key,
  after,
  limit,
}: Page & { key?: string | undefined } = EVERYTHING): Promise<{ procedures: ProcedureSummary[]; next: string | null }> {
  const which: Prisma.ProcedureVersionFindManyArgs =
    key === undefined ? { ...laterKeys(after), distinct: ["key"] } : { where: { key, ...earlierVersions(after) } };
  const rows = await db().procedureVersion.findMany({
    ...which,
    orderBy: [{ key: "asc" }, { version: "desc" }],
    omit: withoutDocument,
    take: limit + 1,
  });
  const { page, next } = pageOf(rows, limit, (row) => (key === undefined ? row.key : String(row.version)));
  const practised = await lastPractised([...new Set(page.map((row) => row.key))]);
  return { procedures: page.map((row) => asSummary(row, practised)), next };
}

const laterKeys = (after: string | undefined) => (after === undefined ? {} : { where: { key: { gt: after } } });
const earlierVersions = (after: string | undefined) => {
  const version = numberAfter(after);
  return version === undefined ? {} : { version: { lt: version } };
};

/** A version by its id or hash, or the latest by its procedure's key. Throws `not_found`. */
export async function readProcedure(reference: string): Promise<ProcedureView> {
  const [view] = await asViews([await findVersion(reference)]);
  return view as ProcedureView;
}

/** The versions of these ids that exist. */
export const readProcedures = async (ids: string[]): Promise<ProcedureView[]> =>
  asViews(await db().procedureVersion.findMany({ where: { id: { in: ids } }, omit: withoutDocument }));

async function asViews(rows: readonly Row[]): Promise<ProcedureView[]> {
  const [practised, documents] = await Promise.all([
    lastPractised([...new Set(rows.map(({ key }) => key))]),
    Promise.all(rows.map(({ id }) => frozenProcedure(id))),
  ]);
  return rows.map((row, place) => ({ ...asSummary(row, practised), document: documents[place] as Procedure }));
}

/** The document of a version as a YAML file, which can be published again and is then the same version. */
export async function downloadProcedure(reference: string): Promise<Response> {
  const { id, key, version, hash } = await findVersion(reference);
  const file = { document: await frozenProcedure(id), name: `${key}-v${version}.yaml`, base: hash };
  return yamlFile(file, { etag: `"${hash}"` });
}

/** The row of a version, without its document. Throws `not_found`. */
export async function findVersion(reference: string): Promise<Row> {
  const row = await db().procedureVersion.findFirst({
    where: named(reference),
    orderBy: { version: "desc" },
    omit: withoutDocument,
  });
  if (!row) throw new AppError("not_found", t("There is no such procedure."));
  return row;
}

function named(reference: string): Prisma.ProcedureVersionWhereInput {
  if (z.uuid().safeParse(reference).success) return { id: reference };
  return /^[0-9a-f]{64}$/.test(reference) ? { hash: reference } : { key: reference };
}

const asSummary = ({ publishedAt, ...row }: Row, practised: LastPractised): ProcedureSummary => ({
  ...row,
  publishedAt: publishedAt.toISOString(),
  ...{ lastDrill: null, lastLive: null, newestDrill: null, newestLive: null },
  ...practised.get(row.key),
});
