import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Procedure } from "#lib/domain/procedure.ts";
import { parseProcedure } from "#lib/server/procedures/parse.ts";

/** The procedures that come with the product, read from its root folder. Throws when one of them is not well-formed. */
export async function builtinProcedures(): Promise<Procedure[]> {
  const folder = join(process.cwd(), "procedures");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map(async (name) => read(name, await readFile(join(folder, name), "utf8"))));
}

function read(name: string, text: string): Procedure {
  const parsed = parseProcedure(text);
  if (parsed.ok) return parsed.procedure;
  const issues = parsed.issues.map(({ line, message }) => `line ${line}: ${message}`);
  throw new Error(`procedures/${name} is not a procedure: ${issues.join(" ")}`);
}
