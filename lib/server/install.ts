import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { disconnect } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { addDemoAccounts } from "#lib/server/people/demo.ts";
import { isFurther, openSetUp } from "#lib/server/people/set-up.ts";
import { installPracticeSites } from "#lib/server/practice.ts";
import { bringProcedure, type Unpublished } from "#lib/server/procedures/bring.ts";
import { chainOldRuns } from "#lib/server/record/chain-old-runs.ts";
import { keepPracticeSite } from "#lib/server/sites/sites.ts";

const PROCEDURES = path.resolve(import.meta.dirname, "../../procedures");

/** How people get in, and what of the product was not published. */
type Entrance = {
  setUpUrl: string | null;
  /** The address is that of one more administrator. */
  further: boolean;
  accounts: Awaited<ReturnType<typeof addDemoAccounts>>;
  unpublished: Unpublished[];
};

type Wish = { demo: boolean; further: boolean };

/** Brings what comes with the product, and whoever may make the first administrator; or, where that is asked for, one more. */
export async function install({ demo, ...asked }: Wish): Promise<Entrance> {
  log.level = "silent"; // it would write where the entrance is told; what fails here ends the program and is told elsewhere
  const unpublished: Unpublished[] = [];
  for (const file of (await readdir(PROCEDURES)).filter((name) => name.endsWith(".yaml")).sort()) {
    const held = await bringProcedure(await readFile(path.join(PROCEDURES, file), "utf8"));
    if (held) unpublished.push(held);
  }
  for (const site of await installPracticeSites(env("DATA_DIR"))) await keepPracticeSite(site);
  await chainOldRuns();
  const token = await openSetUp(asked);
  const further = token !== null && isFurther(token);
  if (further)
    process.stderr.write(`${new Date().toISOString()} a set-up address for a further administrator was opened\n`);
  const accounts = demo ? await addDemoAccounts() : [];
  await disconnect();
  return { setUpUrl: token && `${env("BASE_URL")}/set-up?token=${token}`, further, accounts, unpublished };
}
