import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { disconnect } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { mailSettings } from "#lib/server/notify/mail-settings.ts";
import { addDemoAccounts } from "#lib/server/people/demo.ts";
import { openSetUp } from "#lib/server/people/set-up.ts";
import { installPracticeSites } from "#lib/server/practice.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { chainOldRuns } from "#lib/server/record/chain-old-runs.ts";
import { singleSignOnSettings } from "#lib/server/single-sign-on/settings.ts";
import { keepPracticeSite } from "#lib/server/sites/sites.ts";

/** Run before the web process and the worker at every start. Its output is one line of JSON for the launcher. */
const { values } = parseArgs({ options: { demo: { type: "boolean", default: false } } });
log.level = "silent"; // it would write to the same output; what fails here ends the program and is told on the other

mailSettings();
singleSignOnSettings(); // what is configured wrongly is said at the start, not at the first sign-in

const PROCEDURES = path.resolve(import.meta.dirname, "../../procedures");

for (const file of (await readdir(PROCEDURES)).filter((name) => name.endsWith(".yaml")).sort()) {
  await publish({ name: "built in", builtIn: true }, await readFile(path.join(PROCEDURES, file), "utf8"));
}
for (const site of await installPracticeSites(env("DATA_DIR"))) await keepPracticeSite(site);
await chainOldRuns();
const token = await openSetUp();
const accounts = values.demo ? await addDemoAccounts() : [];
await disconnect();
process.stdout.write(
  `${JSON.stringify({ setUpUrl: token === null ? null : `${env("BASE_URL")}/set-up?token=${token}`, accounts })}\n`,
);
