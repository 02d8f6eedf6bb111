import "server-only";
import type { PoolClient } from "pg";
import { database } from "#lib/server/db.ts";

/** All or nothing. A connection that broke on the way is thrown away with what it had not committed. */
export async function transaction<T>(work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await database().pool.connect();
  let broken: Error | undefined;
  // A connection cut while it is ours is told twice: to the query that waited, and here.
  const onError = (error: Error) => {
    broken = error;
  };
  tx.on("error", onError);
  try {
    await tx.query("begin");
    const result = await work(tx);
    await tx.query("commit");
    return result;
  } catch (error) {
    await tx.query("rollback").catch(onError);
    throw error;
  } finally {
    tx.off("error", onError);
    tx.release(broken);
  }
}
