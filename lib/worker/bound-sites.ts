import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";

/**
 * The ids of the sites that `--sites` names, by name or key; null where it is left out: every site. Throws an
 * AppError whose sentence names what is not there.
 */
export async function boundSites(named: string | undefined): Promise<string[] | null> {
  if (named === undefined) return null;
  const wanted = named
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (wanted.length === 0)
    throw new AppError("invalid_request", "--sites names no site: give names or keys, separated by commas.");
  const sites = await db().site.findMany({ select: { id: true, key: true, name: true }, orderBy: { name: "asc" } });
  return wanted.map((name) => {
    const site = sites.find((one) => one.key === name || one.name.toLowerCase() === name.toLowerCase());
    if (site) return site.id;
    const known = sites.map((one) => one.name).join(", ") || "none yet";
    throw new AppError("not_found", `There is no site "${name}". There are: ${known}.`);
  });
}
