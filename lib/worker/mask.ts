import { SHORTEST_SECRET } from "#lib/domain/input.ts";
import type { Stream } from "#lib/worker/executor.ts";

const MASK = "••••••";

export type Mask = {
  register: (secret: string) => void;
  pass: (stream: Stream, text: string) => string;
  flush: (stream: Stream) => string;
};

/**
 * Takes registered secrets out of what passes, also when they come in pieces, and also as JSON, URL and base64 write
 * them. What could be the beginning of one waits for what follows. Secrets of fewer than four characters are not masked.
 */
export function createMask(): Mask {
  let secrets: string[] = [];
  const held: Record<Stream, string> = { stdout: "", stderr: "" };

  const pass = (stream: Stream, text: string): string => {
    const all = held[stream] + text;
    const { said, rest } = masked(all, secrets, { ends: false });
    held[stream] = rest;
    return said;
  };
  return {
    register: (secret) => {
      secrets = [...new Set([...secrets, ...spellings(secret)])].sort((a, b) => b.length - a.length);
    },
    pass,
    flush: (stream) => {
      const { said } = masked(held[stream], secrets, { ends: true });
      held[stream] = "";
      return said;
    },
  };
}

function spellings(secret: string): string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= 16); // a key is printed line by line
  const whole = [secret, secret.trim()];
  const written = whole.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    Buffer.from(text).toString("base64"),
  ]);
  return [...written, ...lines].filter((text) => text.length >= SHORTEST_SECRET);
}

/** The longest secret wins where two begin at the same place. Nothing is waited for where the stream `ends`. */
function masked(text: string, secrets: readonly string[], { ends }: { ends: boolean }): { said: string; rest: string } {
  const beginning = (of: string, from: number) => (ends ? null : beginningOf(of, secrets, from));
  let said = "";
  let from = 0;
  for (;;) {
    const found = firstOf(text, secrets, from);
    if (!found) break;
    // A longer one may begin before it and end with what is still to come.
    const waits = beginning(text.slice(0, found.at + found.length), from);
    if (waits !== null && waits < found.at && text.length - waits < longest(secrets)) {
      return { said: said + text.slice(from, waits), rest: text.slice(waits) };
    }
    said += text.slice(from, found.at) + MASK;
    from = found.at + found.length;
  }
  const waits = beginning(text, from) ?? text.length;
  return { said: said + text.slice(from, waits), rest: text.slice(waits) };
}

const longest = (secrets: readonly string[]): number => secrets[0]?.length ?? 0;

function firstOf(text: string, secrets: readonly string[], from: number): { at: number; length: number } | null {
  let first: { at: number; length: number } | null = null;
  for (const { length, at } of secrets.map((secret) => ({ length: secret.length, at: text.indexOf(secret, from) }))) {
    if (at >= 0 && (first === null || at < first.at)) first = { at, length };
  }
  return first;
}

/** Where the end of the text could be the beginning of a secret; null where it could not. */
function beginningOf(text: string, secrets: readonly string[], from: number): number | null {
  for (let at = Math.max(from, text.length - longest(secrets) + 1); at < text.length; at++) {
    const end = text.slice(at);
    if (secrets.some((secret) => secret.length > end.length && secret.startsWith(end))) return at;
  }
  return null;
}
