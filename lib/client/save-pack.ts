import { callForFile } from "#lib/client/api.ts";
import { NoAnswerError } from "#lib/client/api-error.ts";

/**
 * `ageMs`: how long ago it was so, where the service worker answered with what it keeps; null where the server did.
 * `failed`: the server answered, and could not make it.
 */
export type SavedPack = { ageMs: number | null; failed: boolean };

/**
 * Saves the pack at `address` as a file. It is asked for by the page, because what a browser downloads by itself never
 * passes its service worker; that gives only what it keeps for this `reader`. Throws as `call` does.
 */
export async function savePack(address: string, reader: string): Promise<SavedPack> {
  const answer = await callForFile(address, { "x-reader": reader });
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  // What something in between answers, such as its own sign-in page, is no pack.
  if (!name) throw new NoAnswerError(answer);
  saveAs(await answer.blob(), name);
  const confirmedAt = answer.headers.get("x-confirmed-at");
  return {
    ageMs: confirmedAt === null ? null : Math.max(0, Date.now() - Number(confirmedAt)),
    failed: answer.headers.has("x-server-failed"),
  };
}

function saveAs(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
