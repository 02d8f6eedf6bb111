import { access, constants } from "node:fs/promises";
import { dirname } from "node:path";
import type { Shown } from "#lib/domain/argument.ts";
import type { ProcessWork } from "#lib/domain/way/command.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";
import type { CheckResult, Hidden } from "#lib/worker/executor.ts";
import { whyNoProgram } from "#lib/worker/find-program.ts";
import { isMissing } from "#lib/worker/receipts/receipt.ts";

/** What a command on the worker's machine needs: its program, its credentials, and room for its receipt. */
export async function checkHere(receipts: string, work: ProcessWork, hidden: Hidden): Promise<CheckResult[]> {
  return [
    await checkProgram(work.argv[0] ?? ""),
    ...(await checkCredentials(work.env, hidden)),
    await checkReceipts(receipts),
  ];
}

async function checkProgram(file: string): Promise<CheckResult> {
  const missing = await whyNoProgram(file);
  return missing === null
    ? { what: told("Program {file}", { file }), result: "passed", message: told("It is there and can be executed.") }
    : {
        what: told("Program {file}", { file }),
        result: "failed",
        message: told("On the worker's machine {missing}.", { missing }),
      };
}

/** Whether the credentials that a command is given are there. What a person says at the press is not known before. */
export async function checkCredentials(
  env: Readonly<Record<string, Shown>> | undefined,
  hidden: Hidden,
): Promise<CheckResult[]> {
  const names = Object.values(env ?? {}).flatMap((value) =>
    typeof value === "object" && "credential" in value ? [value.credential] : [],
  );
  const looks = [...new Set(names)].map(async (name): Promise<CheckResult> => {
    const what = told("Credential {name}", { name });
    try {
      await hidden.credential(name);
      return { what, result: "passed", message: told("The worker has it.") };
    } catch (error) {
      return { what, result: "failed", message: faultTold(error) };
    }
  });
  return await Promise.all(looks);
}

async function checkReceipts(receipts: string): Promise<CheckResult> {
  const what = told("Receipts on the worker's machine");
  try {
    await access(await nearest(receipts), constants.W_OK | constants.X_OK);
    return { what, result: "passed", message: told("They can be kept.") };
  } catch {
    return { what, result: "failed", message: told("{folder} cannot be written.", { folder: receipts }) };
  }
}

/** The folder itself, or the nearest one above it that is there. */
async function nearest(folder: string): Promise<string> {
  try {
    await access(folder);
    return folder;
  } catch (error) {
    const above = dirname(folder);
    if (!isMissing(error, "ENOENT") || above === folder) throw error;
    return await nearest(above);
  }
}
