import "server-only";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { RunSite } from "#lib/domain/run/state.ts";
import { db } from "#lib/server/db.ts";
import { AppError, wrongField } from "#lib/server/errors.ts";
import { asRunSite } from "#lib/server/sites/sites.ts";
import { t } from "#lib/words/t.ts";

/**
 * The sites that play the roles of a procedure, as they are now. Throws `invalid_request` naming the role that is none,
 * has no site, or whose site is no other than its counterpart.
 */
export async function sitesByRole(
  procedure: Procedure,
  chosen: Readonly<Record<string, string>>,
): Promise<Record<string, RunSite>> {
  const unknown = Object.keys(chosen).find((role) => !procedure.roles.some(({ key }) => key === role));
  if (unknown) throw wrongField(`sites.${unknown}`, t("is no role of this procedure"));
  const found = await db().site.findMany({ where: { id: { in: Object.values(chosen) } } });
  const sites = procedure.roles.map(({ key, title }): [string, RunSite] => {
    const site = found.find(({ id }) => id === chosen[key]);
    if (!site) throw wrongField(`sites.${key}`, chosen[key] ? t("is no site") : t("needs a site: {title}", { title }));
    return [key, asRunSite(site)];
  });
  if (chosen.source && chosen.source === chosen.destination) {
    throw wrongField("sites.destination", t("must be another site than the source"));
  }
  return Object.fromEntries(sites);
}

export async function siteAlone(id: string): Promise<RunSite> {
  const site = await db().site.findUnique({ where: { id } });
  if (!site) throw new AppError("not_found", t("There is no such site."));
  return asRunSite(site);
}
