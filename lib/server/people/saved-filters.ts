import "server-only";
import { RunFilter } from "#lib/contract/runs.ts";
import type { NewSavedFilter, SavedFilter } from "#lib/contract/saved-filters.ts";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { duplicateOf } from "#lib/server/duplicate.ts";
import { AppError } from "#lib/server/errors.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { t } from "#lib/words/t.ts";
import type { SavedFilter as FilterRow } from "#prisma/generated/client.ts";

/** Enough for one person, and a list that is shown whole. */
const MOST = 50;

/** One's own, by name. */
export async function listSavedFilters({ id }: Pick<Person, "id">): Promise<{ filters: SavedFilter[] }> {
  const rows = await db().savedFilter.findMany({ where: { userId: id }, orderBy: { name: "asc" }, take: MOST });
  return { filters: rows.map(asFilter) };
}

/** Keeps a filter. Throws `conflict` for a name that is taken or one filter too many. */
export function saveFilter(person: Person, { name, filter }: NewSavedFilter): Promise<SavedFilter> {
  return named(name, async () => {
    const row = await db().$transaction(async (tx) => {
      await tx.$queryRaw`select id from app_user where id = ${person.id}::uuid for update`;
      const kept = await tx.savedFilter.count({ where: { userId: person.id } });
      if (kept >= MOST)
        throw new AppError(
          "conflict",
          t("You have {most} saved filters. Delete one that is not used.", { most: MOST }),
        );
      return tx.savedFilter.create({ data: { id: uuidV7(), userId: person.id, name, filter } });
    });
    return asFilter(row);
  });
}

/** Throws `not_found`, and `conflict` for a name that is taken. */
export function renameFilter(person: Person, id: string, name: string): Promise<SavedFilter> {
  return named(name, async () => {
    const where = { id, userId: person.id };
    const [row] = await db().savedFilter.updateManyAndReturn({ where, data: { name } });
    if (!row) throw notThere();
    return asFilter(row);
  });
}

/** Throws `not_found`. */
export async function deleteFilter(person: Person, id: string): Promise<undefined> {
  const { count } = await db().savedFilter.deleteMany({ where: { id, userId: person.id } });
  if (count === 0) throw notThere();
}

const notThere = () => new AppError("not_found", t("There is no such saved filter of yours."));

async function named(name: string, write: () => Promise<SavedFilter>): Promise<SavedFilter> {
  try {
    return await write();
  } catch (error) {
    if (duplicateOf(error) !== "saved_filter_user_id_name_key") throw error;
    const message = t("you already have a saved filter with the name {name}", { name });
    throw new AppError("conflict", t("Choose another name: {fault}.", { fault: message }), {
      issues: [{ path: "name", message }],
    });
  }
}

const asFilter = ({ id, name, filter }: FilterRow): SavedFilter => ({ id, name, filter: RunFilter.parse(filter) });
