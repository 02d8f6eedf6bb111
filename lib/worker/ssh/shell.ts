import { randomUUID } from "node:crypto";
import type { Client, ClientChannel } from "ssh2";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";
import { SshFailure } from "#lib/worker/ssh/connect.ts";
import { REMOTE_SHELL } from "#lib/worker/ssh/scripts.ts";

const GREET_MILLISECONDS = 10_000;

/**
 * A shell on the host that waits for a script, and has shown that it does. What the account's own start-up files write
 * is not the command's output, and is dropped. Throws SshFailure: nothing was sent.
 */
export async function openShell(client: Client, host: string): Promise<ClientChannel> {
  const channel = await openChannel(client, host);
  await greet(channel, host);
  return channel;
}

function openChannel(client: Client, host: string): Promise<ClientChannel> {
  const { promise, resolve, reject } = Promise.withResolvers<ClientChannel>();
  const lost = () =>
    reject(new SshFailure("connection", told("The connection to {host} was lost. No command was sent.", { host })));
  client.once("close", lost);
  try {
    client.exec(REMOTE_SHELL, (error, channel) => {
      client.off("close", lost);
      if (error)
        reject(
          new SshFailure(
            "shell",
            told("{host} opens no session: {reason}. No command was sent.", { host, reason: faultTold(error) }),
          ),
        );
      else resolve(channel);
    });
  } catch {
    lost(); // thrown where the connection is closed already
  }
  return promise;
}

/** Whether the shell answers, now. Throws SshFailure where it does not: nothing was sent. */
export function greet(channel: ClientChannel, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const word = randomUUID();
  const heard = { out: "", err: "" };
  const answered = (text: string) => text.endsWith(`${word}\n`);
  const onOut = (data: Buffer) => listen("out", data);
  const onErr = (data: Buffer) => listen("err", data);
  const onClose = () => refuse(endedAtOnce(host, heard));
  const timer = setTimeout(
    () =>
      refuse(
        told("{host} opens no shell within {seconds} s. No command was sent.", {
          host,
          seconds: GREET_MILLISECONDS / 1_000,
        }),
      ),
    GREET_MILLISECONDS,
  );
  channel.on("data", onOut);
  channel.stderr.on("data", onErr);
  channel.once("close", onClose);
  channel.on("error", () => undefined); // "close" follows
  channel.write(`echo ${word}; echo ${word} >&2\n`);
  return promise;

  function listen(stream: "out" | "err", data: Buffer): void {
    heard[stream] += data.toString("utf8");
    if (answered(heard.out) && answered(heard.err)) done(resolve);
  }
  function refuse(why: string): void {
    done(() => reject(new SshFailure("shell", why)));
  }
  function done(then: () => void): void {
    clearTimeout(timer);
    channel.off("data", onOut);
    channel.stderr.off("data", onErr);
    channel.off("close", onClose);
    then();
  }
}

function endedAtOnce(host: string, { out, err }: { out: string; err: string }): string {
  const said = `${out}${err}`.trim().replaceAll(/\s+/g, " ").slice(0, 200);
  return said === ""
    ? told("{host} ends the session at once. No command was sent.", { host })
    : told('{host} ends the session at once, saying "{said}". No command was sent.', { host, said });
}
