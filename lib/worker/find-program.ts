import { access, constants, stat } from "node:fs/promises";
import { join } from "node:path";
import { told } from "#lib/words/told.ts";

/** Nothing of ours: neither the database nor a secret reaches a command. */
export const CLEAN_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LANG: "C.UTF-8",
};

/** Why a program cannot be begun, in a sentence; null when it can. Looked at before, where a shell would only say 127. */
export async function whyNoProgram(file: string): Promise<string | null> {
  if (file === "") return told("the command is empty");
  if (file.includes("\0")) return told("the command contains NUL");
  const candidates = file.includes("/")
    ? [file]
    : (CLEAN_ENVIRONMENT.PATH ?? "").split(":").map((folder) => join(folder, file));
  let found = false;
  for (const candidate of candidates) {
    const is = await stat(candidate).catch(() => null);
    if (!is) continue;
    found = true;
    if (
      is.isFile() &&
      (await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      return null;
  }
  return found
    ? told("{file} is there but cannot be executed", { file })
    : told("there is no program {file}", { file });
}
