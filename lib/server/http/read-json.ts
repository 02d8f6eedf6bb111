import "server-only";
import type { Person } from "#lib/domain/actor.ts";
import { AppError } from "#lib/server/errors.ts";
import { t } from "#lib/words/t.ts";

const KIBIBYTE = 1_024;
/** A procedure's document is the largest thing sent. Whoever is not signed in has a name and a password to send. */
const LIMIT = 2_048 * KIBIBYTE;
const LIMIT_OF_STRANGERS = 16 * KIBIBYTE;

/** The body as JSON; undefined when there is none. Throws `too_large` as soon as it is, `invalid_request` for anything else. */
export async function readJson(request: Request, sender: Person | null): Promise<unknown> {
  const text = await readText(request, sender ? LIMIT : LIMIT_OF_STRANGERS);
  if (text === "") return undefined;
  // A page of another site can send a form or plain text without being asked for permission first, but not this.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("invalid_request", t("Send the body as application/json."));
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError("invalid_request", t("The body is not JSON."));
    throw error;
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > limit)
      throw new AppError("too_large", t("The body is larger than {most} KiB.", { most: limit / KIBIBYTE }));
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
