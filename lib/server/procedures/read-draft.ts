import "server-only";
import type { DraftSummary, DraftView } from "#lib/contract/drafts.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { EVERYTHING, type Page, pageOf } from "#lib/server/page.ts";
import { yamlFile } from "#lib/server/procedures/yaml-file.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const base = { select: { id: true, version: true } } as const;
const omit = { document: true } as const;
type Row = Prisma.ProcedureDraftGetPayload<{ include: { base: typeof base }; omit: typeof omit }>;

/** Procedures that are being changed, by key. */
export async function listDrafts({
  after,
  limit,
}: Page = EVERYTHING): Promise<{ drafts: DraftSummary[]; next: string | null }> {
  const rows = await db().procedureDraft.findMany({
    ...(after !== undefined && { where: { key: { gt: after } } }),
    orderBy: { key: "asc" },
    include: { base },
    omit,
    take: limit + 1,
  });
  const { page, next } = pageOf(rows, limit, ({ key }) => key);
  return { drafts: page.map(asSummary), next };
}

/** The draft of a procedure by its key, with the version it would follow. Throws `not_found`. */
export async function readDraft(key: string): Promise<DraftView> {
  const draft = await findDraft(key);
  if (!draft) throw new AppError("not_found", t("There is no draft of this procedure."));
  return draft;
}

/** The same; null where there is none. */
export async function findDraft(key: string): Promise<DraftView | null> {
  const [row, latest] = await Promise.all([
    db().procedureDraft.findUnique({ where: { key }, include: { base } }),
    latestVersion(key),
  ]);
  if (!row) return null;
  const { document, ...rest } = row;
  return { ...asSummary(rest), document: Procedure.parse(document), latest };
}

/** That there is one, and who changed it last; null where there is none. */
export async function findDraftSummary(key: string): Promise<DraftSummary | null> {
  const row = await db().procedureDraft.findUnique({ where: { key }, include: { base }, omit });
  return row && asSummary(row);
}

/** Its document as a YAML file, to be changed where the form does not reach. Throws `not_found`. */
export async function downloadDraft(key: string): Promise<Response> {
  const { document, base: of } = await readDraft(key);
  const begun = of && (await db().procedureVersion.findUnique({ where: { id: of.id }, select: { hash: true } }));
  return yamlFile({ document, name: `${key}-draft.yaml`, base: begun?.hash ?? null });
}

/** The latest published version of a procedure; null where there is none. */
export const latestVersion = (key: string, by: Pick<Prisma.TransactionClient, "procedureVersion"> = db()) =>
  by.procedureVersion.findFirst({ where: { key }, orderBy: { version: "desc" }, select: { id: true, version: true } });

const asSummary = ({ key, title, revision, base, changedAt, changedBy }: Row): DraftSummary => ({
  key,
  title,
  revision,
  base,
  changedAt: changedAt.toISOString(),
  changedBy,
});
