import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { t } from "#lib/words/t.ts";

const MEBIBYTE = 1_024 * 1_024;

/**
 * The body as it is, given up as soon as it is larger than `limit` bytes. Throws `too_large`, and `invalid_request` where
 * it is not sent as bytes: a page of another site could send a form without being asked for permission first.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (!/^application\/octet-stream\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("invalid_request", t("Send the file as application/octet-stream."));
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > limit)
      throw new AppError("too_large", t("The file is larger than {most} MiB.", { most: limit / MEBIBYTE }));
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
