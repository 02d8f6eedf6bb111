import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (e?: Error | boolean) => void,
) => void;

/**
 * A pool whose connect() waits for a database that is away. The queue gives up a finished job otherwise, and with it
 * the whole process and every command it runs.
 */
export class PatientPool extends pg.Pool {
  #stopping = false;

  stop(): void {
    this.#stopping = true;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    const client = this.#patiently();
    if (!callback) return client;
    client.then(
      (c) => callback(undefined, c, (error) => c.release(error)),
      (error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #patiently(): Promise<pg.PoolClient> {
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (this.#stopping) throw error;
        await sleep(200 + Math.random() * 100);
      }
    }
  }
}
