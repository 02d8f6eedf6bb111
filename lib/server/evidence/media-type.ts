import type { SHOWN_TYPES } from "#lib/domain/evidence.ts";

type Shown = (typeof SHOWN_TYPES)[number];

const starts = (bytes: Uint8Array, at: number, ...what: number[]): boolean =>
  what.every((byte, i) => bytes[at + i] === byte);

/** What a file is by its content, never by its name: an image that browsers show, plain text, or just bytes. */
export function mediaTypeOf(bytes: Uint8Array): Shown | "application/octet-stream" {
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(bytes, 0, 0x47, 0x49, 0x46, 0x38)) return "image/gif";
  if (starts(bytes, 0, 0x52, 0x49, 0x46, 0x46) && starts(bytes, 8, 0x57, 0x45, 0x42, 0x50)) return "image/webp";
  return isText(bytes) ? "text/plain" : "application/octet-stream";
}

/** Whole UTF-8 without control characters. That it may be HTML does not matter: it is served as text and never sniffed. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/\p{Cc}/u.test(text.replaceAll(/[\t\r\n\f]/g, ""));
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
