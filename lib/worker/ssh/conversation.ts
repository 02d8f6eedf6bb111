import { StringDecoder } from "node:string_decoder";
import type { ClientChannel } from "ssh2";
import type { Stream } from "#lib/worker/executor.ts";

/** The last word of a script; null when the connection was lost before it came. */
export type LastWord = { word: string; rest: string[] } | null;

/**
 * Sends a script and passes on what it writes, until its last line on standard error, which begins with `secret`. Without
 * that line nothing is known of what it did.
 */
export function converse(
  channel: ClientChannel,
  script: string,
  { secret, onOutput }: { secret: string; onOutput: (stream: Stream, text: string) => void },
): Promise<LastWord> {
  const { promise, resolve } = Promise.withResolvers<LastWord>();
  const marker = `\n${secret} `;
  const decoders = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  let held = "";
  channel.on("data", (data: Buffer) => pass("stdout", decoders.stdout.write(data)));
  channel.stderr.on("data", (data: Buffer) => {
    held += decoders.stderr.write(data);
    // What could be the beginning of the last line waits.
    const at = held.indexOf(marker);
    const safe = at >= 0 ? at : Math.max(0, held.length - marker.length);
    pass("stderr", held.slice(0, safe));
    held = held.slice(safe);
  });
  channel.once("close", () => {
    const at = held.indexOf(marker);
    const line = at < 0 ? null : (/^([^\n]*)\n/.exec(held.slice(at + marker.length))?.[1] ?? null);
    pass("stdout", decoders.stdout.end());
    pass("stderr", line === null ? held + decoders.stderr.end() : "");
    const [word = "", ...rest] = line?.split(" ") ?? [];
    resolve(line === null ? null : { word, rest });
  });
  channel.on("error", () => undefined); // "close" follows
  channel.end(`${script}\n`);
  return promise;

  function pass(stream: Stream, text: string): void {
    if (text !== "") onOutput(stream, text);
  }
}
