import "server-only";
import type { PoolClient } from "pg";

/** The record as the database keeps it; whoever owns a table can give himself any right to it. */
const SEPARATE = `select not bool_or(has_table_privilege(oid, 'update, delete, truncate') or pg_has_role(relowner, 'member'))
  as separate from pg_class where oid in ('run_event'::regclass, 'run_seal'::regclass, 'signing_key'::regclass)`;

/** Whether who asks is connected as a role that can neither change the record nor give itself the right to. */
export async function isSeparateRole(asker: Pick<PoolClient, "query">): Promise<boolean> {
  const { rows } = await asker.query<{ separate: boolean }>(SEPARATE);
  return rows[0]?.separate ?? false;
}
