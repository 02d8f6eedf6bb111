import "server-only";
import { isDeepStrictEqual } from "node:util";
import { Site } from "#lib/contract/sites.ts";
import type { Person } from "#lib/domain/actor.ts";
import { Connections } from "#lib/domain/connection.ts";
import type { RunSite } from "#lib/domain/run/state.ts";
import { db } from "#lib/server/db.ts";
import { duplicateOf } from "#lib/server/duplicate.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { EVERYTHING, type Page, pageOf } from "#lib/server/page.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma, Site as SiteRow } from "#prisma/generated/client.ts";

type Parameters = Site["parameters"];
export type NewSite = { key: string; name: string; place: string; parameters: Parameters; connections?: Connections };
export type SiteChange = {
  name?: string | undefined;
  place?: string | undefined;
  parameters?: Parameters | undefined;
  connections?: Connections | undefined;
  seen?: string | undefined;
};

/** Sites, by name. */
export async function listSites({ after, limit }: Page = EVERYTHING): Promise<{ sites: Site[]; next: string | null }> {
  const rows = await db().site.findMany({
    ...(after !== undefined && { where: { name: { gt: after } } }),
    orderBy: { name: "asc" },
    take: limit + 1,
  });
  const { page, next } = pageOf(rows, limit, ({ name }) => name);
  return { sites: page.map(asSite), next };
}

/** Adds a site. Throws `conflict` when its key or name is taken. */
export async function createSite(actor: Person, site: NewSite): Promise<Site> {
  const row = await db().site.create({ data: site }).catch(refuseDuplicate);
  log.info({ actor: actor.id, site: row.id }, "a site was added");
  return asSite(row);
}

/** Changes a site. Throws `not_found`, `conflict` when the name is taken or somebody else was first, and refuses to set up a practice site. */
export async function changeSite(actor: Person, id: string, change: SiteChange): Promise<Site> {
  const site = await db().site.findUnique({ where: { id } });
  if (!site) throw new AppError("not_found", t("There is no such site."));
  if (site.practice && change.parameters) {
    const message = t(
      "Each start of the console writes the parameters of a practice site anew: add a site of your own.",
    );
    throw new AppError("invalid_request", message, { issues: [{ path: "parameters", message }] });
  }
  const data: Prisma.SiteUpdateManyMutationInput = {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.place !== undefined && { place: change.place }),
    ...(change.parameters && { parameters: change.parameters }),
    ...(change.connections && { connections: change.connections }),
  };
  const where = { id, ...(change.seen !== undefined && { updatedAt: change.seen }) };
  const [row] = await db().site.updateManyAndReturn({ where, data }).catch(refuseDuplicate);
  if (!row)
    throw new AppError("conflict", t("Somebody else has changed this site since you opened it. Open it again."));
  log.info({ actor: actor.id, site: id, fields: Object.keys(data) }, "a site was changed");
  return asSite(row);
}

/** Adds a practice site, or brings its parameters up to date; name and place stay as people left them. */
export async function keepPracticeSite(site: NewSite): Promise<void> {
  const known = await db().site.findUnique({ where: { key: site.key } });
  // It is not changed then, and what was found there holds.
  if (known?.practice && isDeepStrictEqual(known.parameters, site.parameters)) return;
  await db().site.upsert({
    where: { key: site.key },
    create: { ...site, practice: true },
    update: { practice: true, parameters: site.parameters },
  });
}

function refuseDuplicate(error: unknown): never {
  switch (duplicateOf(error)) {
    case "site_key_key":
      throw new AppError("conflict", t("There is already a site with this key."));
    case "site_name_key":
      throw new AppError("conflict", t("There is already a site with this name."));
    default:
      throw error;
  }
}

/** A site as a run keeps it from its creation on. */
export const asRunSite = ({ id, name, practice, parameters, connections }: SiteRow): RunSite => ({
  id,
  name,
  practice,
  parameters: Site.shape.parameters.parse(parameters),
  connections: Connections.parse(connections),
});

const asSite = (row: SiteRow): Site => ({
  id: row.id,
  key: row.key,
  name: row.name,
  place: row.place,
  practice: row.practice,
  parameters: Site.shape.parameters.parse(row.parameters),
  connections: Connections.parse(row.connections),
  updatedAt: row.updatedAt.toISOString(),
});
