import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { CredentialName } from "#lib/domain/fields.ts";
import { told } from "#lib/words/told.ts";
import { ToldError } from "#lib/words/told-error.ts";
import { isMissing } from "#lib/worker/receipts/receipt.ts";

/** Where this worker keeps credentials: a folder with one file for each, and variables for those without a file. */
export type Credentials = {
  /** In clear, for the worker alone. Throws a sentence for people when it is not to be had. */
  read: (name: string) => Promise<string>;
  /** The names that are there. */
  names: () => Promise<string[]>;
};

const GROUP_AND_OTHERS = 0o077;

export function createCredentials(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Credentials {
  const variable = (name: string) => `CREDENTIAL_${name.toUpperCase().replaceAll("-", "_")}`;
  return {
    read: async (name) => {
      if (name === "agent") return agentOf(environment);
      const file = join(folder, name);
      const found = await readOwn(file);
      const value = found ?? environment[variable(name)];
      if (value === undefined || value === "") {
        throw new ToldError(
          told('The worker has no credential "{name}": put it into {file}, or into {variable}.', {
            name,
            file,
            variable: variable(name),
          }),
        );
      }
      return value.replace(/\r?\n$/, ""); // an editor's, not the credential's
    },
    names: async () => {
      const files = await readdir(folder).catch((error) => {
        if (isMissing(error, "ENOENT")) return [];
        throw error;
      });
      const variables = Object.keys(environment).filter((name) => name.startsWith("CREDENTIAL_"));
      const lower = variables.map((name) => name.slice("CREDENTIAL_".length).toLowerCase().replaceAll("_", "-"));
      const all = [...files, ...lower, ...(environment.SSH_AUTH_SOCK ? ["agent"] : [])];
      return [...new Set(all.filter((name) => CredentialName.safeParse(name).success))].sort();
    },
  };
}

/** `agent` is the name of the SSH agent of the worker's account. */
function agentOf({ SSH_AUTH_SOCK: socket }: Readonly<Record<string, string | undefined>>): string {
  if (!socket) throw new ToldError(told("The worker has no SSH agent: SSH_AUTH_SOCK is not set."));
  return socket;
}

async function readOwn(file: string): Promise<string | null> {
  try {
    const { mode } = await stat(file);
    if ((mode & GROUP_AND_OTHERS) !== 0) {
      throw new ToldError(told("The credential {file} can be read by others on this machine: chmod 600 it.", { file }));
    }
    return await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error, "ENOENT") || isMissing(error, "ENOTDIR")) return null;
    throw error;
  }
}
