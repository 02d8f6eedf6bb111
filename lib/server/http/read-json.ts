import "server-only";
import { AppError } from "#lib/server/errors.ts";

const MEBIBYTE = 1_048_576;
const LIMIT = 2 * MEBIBYTE;

/** The body as JSON; undefined when there is none. Throws `too_large` as soon as it is, `invalid_request` for anything else. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return undefined;
  // A page of another site can send a form or plain text without being asked for permission first, but not this.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("invalid_request", "Send the body as application/json.");
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError("invalid_request", `The body is not JSON: ${error.message}.`);
    throw error;
  }
}

async function readText(request: Request): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > LIMIT) throw new AppError("too_large", `The body is larger than ${LIMIT / MEBIBYTE} MiB.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
