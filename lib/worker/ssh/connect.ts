import { connect as connectSocket, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { Client, type ConnectConfig } from "ssh2";
import type { SshAccount, SshConnection } from "#lib/domain/connection.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";
import { ToldError } from "#lib/words/told-error.ts";
import type { Hidden } from "#lib/worker/executor.ts";
import { fingerprint, isPinned, keyLine, wantedAlgorithms } from "#lib/worker/ssh/host-key.ts";

/** Why a host is not spoken to, in a sentence. No command was sent. */
export class SshFailure extends ToldError {
  override readonly name = "SshFailure";
  readonly stage: "connection" | "host_key" | "credential" | "shell";
  /** The host has shown a pinned key. */
  readonly shown: boolean;
  constructor(stage: SshFailure["stage"], message: string, shown = false) {
    super(message);
    this.stage = stage;
    this.shown = shown;
  }
}

const CONNECT_MILLISECONDS = 10_000;
const KEEPALIVE = { keepaliveInterval: 2_000, keepaliveCountMax: 3 };

/** What is open of a connection: the client to the host, and the one to the jump host before it. */
export type Opened = { client: Client; close: () => void };

/**
 * Signs in at the host, through the jump host where there is one, and only where the host shows a pinned key.
 * @throws SshFailure
 */
export async function openSsh(to: SshConnection, hidden: Hidden): Promise<Opened> {
  if (!to.jump) {
    const client = await signIn(to, await socketTo(to), hidden);
    return { client, close: () => client.end() };
  }
  const jump = await signIn(to.jump, await socketTo(to.jump), hidden);
  try {
    const client = await signIn(to, await through(jump, to), hidden);
    client.once("close", () => jump.end());
    return { client, close: () => client.end() };
  } catch (error) {
    jump.end();
    throw error;
  }
}

/** ssh2 leaves Nagle's algorithm on, which costs tens of milliseconds a command; so it is handed a socket. */
function socketTo({ host, port }: SshAccount): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connectSocket({ host, port, noDelay: true, timeout: CONNECT_MILLISECONDS });
  const fail = (message: string) => {
    socket.destroy();
    reject(
      new SshFailure(
        "connection",
        told("{address} cannot be reached: {reason}.", { address: `${host}:${port}`, reason: message }),
      ),
    );
  };
  socket.once("error", (error) => fail(faultTold(error)));
  socket.once("timeout", () => fail(told("no answer within {seconds} s", { seconds: CONNECT_MILLISECONDS / 1_000 })));
  socket.once("connect", () => {
    socket.setTimeout(0);
    socket.removeAllListeners();
    resolve(socket);
  });
  return promise;
}

function through(jump: Client, { host, port }: SshAccount): Promise<Duplex> {
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>();
  jump.forwardOut("127.0.0.1", 0, host, port, (error, channel) => {
    if (error)
      reject(
        new SshFailure(
          "connection",
          told("{address} cannot be reached from the jump host: {reason}.", {
            address: `${host}:${port}`,
            reason: faultTold(error),
          }),
        ),
      );
    else resolve(channel);
  });
  return promise;
}

async function signIn(account: SshAccount, sock: Duplex, hidden: Hidden): Promise<Client> {
  const secret = await secretOf(account.credential, hidden);
  const { promise, resolve, reject } = Promise.withResolvers<Client>();
  const client = new Client().setMaxListeners(0); // one for each command that waits on it
  let shown: Buffer | null = null;
  client.once("ready", () => {
    client.removeAllListeners("error");
    client.on("error", () => undefined); // told by "close" to whoever has a command on it
    resolve(client);
  });
  client.once("error", (error) => {
    reject(explain(error, account, shown));
    client.destroy();
  });
  client.once("close", () =>
    reject(new SshFailure("connection", told("{host} closed the connection.", { host: account.host }))),
  );
  try {
    client.connect({
      sock,
      username: account.user,
      readyTimeout: CONNECT_MILLISECONDS,
      ...KEEPALIVE,
      algorithms: { serverHostKey: wantedAlgorithms(account.hostKeys) },
      hostVerifier: (key: Buffer) => {
        shown = key;
        return isPinned(account.hostKeys, key);
      },
      ...secret,
    } as ConnectConfig);
  } catch (error) {
    const reason = faultTold(error);
    reject(
      new SshFailure(
        "credential",
        told('The credential "{name}" cannot be used: {reason}.', { name: account.credential, reason }),
      ),
    );
  }
  return promise;
}

/** `agent` stands for the one of the worker's account; any other name for a private key. */
async function secretOf(name: string, hidden: Hidden): Promise<Pick<ConnectConfig, "agent" | "privateKey">> {
  try {
    const value = await hidden.credential(name);
    return name === "agent" ? { agent: value } : { privateKey: value };
  } catch (error) {
    throw new SshFailure("credential", faultTold(error));
  }
}

function explain(
  error: Error & { level?: string },
  { host, port, user, hostKeys, credential }: SshAccount,
  shown: Buffer | null,
): SshFailure {
  if (shown && !isPinned(hostKeys, shown)) {
    return new SshFailure(
      "host_key",
      told("{host} shows another key than the pinned ones: {fingerprint}, {key}. No command was sent.", {
        host,
        fingerprint: fingerprint(shown),
        key: keyLine(shown),
      }),
    );
  }
  if (error.level === "client-authentication") {
    return new SshFailure(
      "credential",
      told('{host} does not let {user} in with the credential "{name}". No command was sent.', {
        host,
        user,
        name: credential,
      }),
      true,
    );
  }
  return new SshFailure(
    "connection",
    told("{address} cannot be spoken to: {reason}. No command was sent.", {
      address: `${host}:${port}`,
      reason: faultTold(error),
    }),
  );
}
