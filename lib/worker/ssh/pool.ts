import type { Client, ClientChannel } from "ssh2";
import type { SshConnection } from "#lib/domain/connection.ts";
import type { Hidden } from "#lib/worker/executor.ts";
import { type Opened, openSsh, SshFailure } from "#lib/worker/ssh/connect.ts";

const IDLE_MILLISECONDS = 60_000;
/** sshd allows ten sessions on one connection unless it is told otherwise. */
const CHANNELS_EACH = 8;

type Warm = { opened: Promise<Opened>; busy: number; idle: NodeJS.Timeout | undefined };

/** Keeps connections warm for a minute, and opens another one where one has its hands full. */
export class SshPool {
  readonly #warm = new Map<string, Warm[]>();

  /** The channel of one command on a connection that is open already, or opened now. Throws SshFailure: nothing was sent. */
  async exec(to: SshConnection, hidden: Hidden, command: string): Promise<ClientChannel> {
    const key = JSON.stringify(to);
    const warm = this.#free(key) ?? this.#open(key, to, hidden);
    clearTimeout(warm.idle);
    warm.busy += 1;
    let client: Client;
    try {
      client = (await warm.opened).client;
    } catch (error) {
      warm.busy -= 1;
      throw error;
    }
    try {
      const channel = await execOn(client, to.host, command);
      channel.once("close", () => this.#release(key, warm));
      return channel;
    } catch (error) {
      this.#release(key, warm);
      throw error;
    }
  }

  async close(): Promise<void> {
    const all = [...this.#warm.values()].flat();
    this.#warm.clear();
    for (const { opened, idle } of all) {
      clearTimeout(idle);
      await opened.then(
        ({ close }) => close(),
        () => undefined,
      );
    }
  }

  #free(key: string): Warm | undefined {
    return this.#warm.get(key)?.find(({ busy }) => busy < CHANNELS_EACH);
  }

  #open(key: string, to: SshConnection, hidden: Hidden): Warm {
    const warm: Warm = { opened: openSsh(to, hidden), busy: 0, idle: undefined };
    this.#warm.set(key, [...(this.#warm.get(key) ?? []), warm]);
    const forget = () => this.#forget(key, warm);
    warm.opened.then(({ client }) => client.once("close", forget), forget);
    return warm;
  }

  #release(key: string, warm: Warm): void {
    warm.busy -= 1;
    if (warm.busy > 0) return;
    warm.idle = setTimeout(() => {
      this.#forget(key, warm);
      warm.opened.then(
        ({ close }) => close(),
        () => undefined,
      );
    }, IDLE_MILLISECONDS);
    warm.idle.unref();
  }

  #forget(key: string, warm: Warm): void {
    const others = (this.#warm.get(key) ?? []).filter((one) => one !== warm);
    if (others.length > 0) this.#warm.set(key, others);
    else this.#warm.delete(key);
  }
}

function execOn(client: Client, host: string, command: string): Promise<ClientChannel> {
  const { promise, resolve, reject } = Promise.withResolvers<ClientChannel>();
  const lost = () =>
    reject(new SshFailure("connection", `The connection to ${host} was lost before the command was sent.`));
  client.once("close", lost);
  client.exec(command, (error, channel) => {
    client.off("close", lost);
    if (error) reject(new SshFailure("connection", `${host} accepts no command now: ${error.message}.`));
    else resolve(channel);
  });
  return promise;
}
