import { callForFile } from "#lib/client/api.ts";
import { NoAnswerError } from "#lib/client/api-error.ts";

/** From whom it is, and how long ago it was so. `failed`: the server answered, and could not make it. */
export type SavedPack = ({ by: "server"; ageMs: null } | { by: "browser" | "page"; ageMs: number }) & {
  failed: boolean;
};

/** The pack as the page itself can make it, and how long ago it was so. */
export type PackOfPage = { html: string; name: string; ageMs: number };

/**
 * Saves the pack at `address` as a file. It is asked for by the page, because what a browser downloads by itself never
 * passes its service worker; that gives only what it keeps for this `reader`. Where nobody has one, it is what the page
 * makes. Throws as `call` does.
 */
export async function savePack(address: string, reader: string, ofPage: () => PackOfPage): Promise<SavedPack> {
  try {
    return await saveAnswer(address, reader);
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    const { html, name, ageMs } = ofPage();
    saveAs(new Blob([html], { type: "text/html" }), name);
    return { ageMs, by: "page", failed: false };
  }
}

async function saveAnswer(address: string, reader: string): Promise<SavedPack> {
  const answer = await callForFile(address, { "x-reader": reader });
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  // What something in between answers, such as its own sign-in page, is no pack.
  if (!name) throw new NoAnswerError(answer);
  const file = await answer.blob().catch((cause: unknown) => {
    throw new NoAnswerError(cause);
  });
  saveAs(file, name);
  const confirmedAt = answer.headers.get("x-confirmed-at");
  const failed = answer.headers.has("x-server-failed");
  if (confirmedAt === null) return { ageMs: null, by: "server", failed };
  return { ageMs: Math.max(0, Date.now() - Number(confirmedAt)), by: "browser", failed };
}

function saveAs(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
