import type { Client, ClientChannel } from "ssh2";
import type { SshConnection } from "#lib/domain/connection.ts";
import type { Hidden } from "#lib/worker/executor.ts";
import { type Opened, openSsh, SshFailure } from "#lib/worker/ssh/connect.ts";
import { greet, openShell } from "#lib/worker/ssh/shell.ts";

const IDLE_MILLISECONDS = 60_000;
/** sshd allows ten sessions on one connection unless it is told otherwise; one of them is the spare. */
const SHELLS_EACH = 8;

type Warm = {
  opened: Promise<Opened>;
  busy: number;
  most: number;
  /** A shell that waits, so that the next command need not wait for the account's start-up files. */
  spare: ClientChannel | null;
  sparing: boolean;
  idle: NodeJS.Timeout | undefined;
};

/** Keeps connections warm for a minute, each with a shell in wait, and opens another one where one has its hands full. */
export class SshPool {
  readonly #warm = new Map<string, Warm[]>();
  #closed = false;

  /** A shell that waits for a script on a connection that is open already, or opened now. Throws SshFailure: nothing was sent. */
  async shell(to: SshConnection, hidden: Hidden): Promise<ClientChannel> {
    const key = JSON.stringify(to);
    const known = this.#free(key);
    if (!known) return await this.#take(key, this.#open(key, to, hidden), to.host);
    try {
      return await this.#take(key, known, to.host);
    } catch (error) {
      if (!(error instanceof SshFailure) || this.#closed) throw error;
      // The host is gone since, or allows fewer sessions on one connection: a new one tells.
      known.most = known.busy;
      return await this.#take(key, this.#open(key, to, hidden), to.host);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const all = [...this.#warm.values()].flat();
    this.#warm.clear();
    for (const warm of all) clearTimeout(warm.idle);
    await Promise.all(
      all.map(({ opened }) =>
        opened.then(
          ({ close }) => close(),
          () => undefined,
        ),
      ),
    );
  }

  #free(key: string): Warm | undefined {
    return this.#warm.get(key)?.find(({ busy, most }) => busy < most);
  }

  #open(key: string, to: SshConnection, hidden: Hidden): Warm {
    const warm: Warm = {
      opened: openSsh(to, hidden),
      busy: 0,
      most: SHELLS_EACH,
      spare: null,
      sparing: false,
      idle: undefined,
    };
    this.#warm.set(key, [...(this.#warm.get(key) ?? []), warm]);
    const forget = () => this.#forget(key, warm);
    warm.opened.then(({ client }) => client.once("close", forget), forget);
    return warm;
  }

  async #take(key: string, warm: Warm, host: string): Promise<ClientChannel> {
    clearTimeout(warm.idle);
    warm.busy += 1;
    try {
      const { client } = await warm.opened;
      const channel = (await takeSpare(warm, host)) ?? (await openShell(client, host));
      channel.once("close", () => {
        this.#release(key, warm);
        if (!this.#closed) void keepSpare(warm, client, host);
      });
      return channel;
    } catch (error) {
      this.#release(key, warm);
      throw error;
    }
  }

  #release(key: string, warm: Warm): void {
    warm.busy -= 1;
    if (warm.busy > 0) return;
    clearTimeout(warm.idle);
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

async function takeSpare(warm: Warm, host: string): Promise<ClientChannel | null> {
  const { spare } = warm;
  warm.spare = null;
  if (!spare) return null;
  await greet(spare, host);
  return spare;
}

/** Opens the next shell when a command has ended. That there is none costs time and nothing else. */
async function keepSpare(warm: Warm, client: Client, host: string): Promise<void> {
  if (warm.spare || warm.sparing || warm.busy > 0) return;
  warm.sparing = true;
  try {
    const channel = await openShell(client, host);
    warm.spare = channel;
    channel.once("close", () => {
      if (warm.spare === channel) warm.spare = null;
    });
  } catch {
    warm.spare = null;
  } finally {
    warm.sparing = false;
  }
}
