import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The name of a receipts folder, made at its first use. An attempt that was begun here can only be asked for here: in
 * another folder its receipt is missing for another reason than that it was never begun.
 */
export async function placeOf(receipts: string): Promise<string> {
  const file = join(receipts, "place");
  await mkdir(receipts, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomUUID(), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(file, "utf8")).trim();
}
