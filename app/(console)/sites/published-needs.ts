import "server-only";
import { type SiteNeed, siteNeeds } from "#lib/client/sites/site-needs.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";

/** What the latest version of each procedure asks its sites for. */
export async function publishedNeeds(): Promise<SiteNeed[]> {
  const { procedures } = await listProcedures();
  const documents = await Promise.all(procedures.map(({ id }) => frozenProcedure(id)));
  return documents.flatMap(siteNeeds);
}
