// @ts-check
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFolder } from "./folders.js";
import { practice } from "./program.js";
import { changeState, inside, readJson, writeJson } from "./site.js";
import { mountedFolder, requireMounted } from "./switchover-information.js";

/**
 * @import { Place } from "./site.js"
 * @typedef {{ id: string, name: string, tenant: string, servers: string[] }} Platform
 */

// At the destination: replaces its own configuration by that of the mounted export.
await practice(async (site, say) => {
  const taken = await requireMounted(site);
  say(`switching over on the export of ${site.peer.name}, taken at ${taken.takenAt}`);
  await replaceFolder(await inside(site, mountedFolder, "configuration"), site, "configuration");
  say("removed the site's own configuration");
  const at = new Date().toISOString();
  /** @type {Platform[]} */
  const platforms = await readJson(await inside(site, "configuration", "l-platforms.json"), []);
  const lines = platforms.map(
    ({ id, name, tenant, servers }) =>
      `took over L-Platform ${id} ${name} of tenant ${tenant}, servers ${servers.join(", ")}`,
  );
  for (const line of lines) say(line);
  await writeFile(
    await inside(site, "imported-l-platforms.log"),
    lines.map((line) => `${at} INFO practice: ${line}\n`).join(""),
  );
  await writeCharges(site, platforms, at);
  await changeState(site, { lockedAt: null, switched: { from: site.peer.key, export: taken.takenAt, at } });
  say(`${platforms.length} L-Platforms taken over; see imported-l-platforms.log and usage-charges`);
});

/**
 * What step 15 sends: a file for each tenant and a list of them, in a folder stamped with the time of the switchover.
 * @param {Place} site
 * @param {Platform[]} platforms
 * @param {string} at
 */
async function writeCharges(site, platforms, at) {
  const folder = await inside(site, "usage-charges", at.slice(0, 16).replaceAll(/\D/g, ""));
  const tenants = [...new Set(platforms.map((platform) => platform.tenant))];
  for (const tenant of tenants) {
    const theirs = platforms.filter((platform) => platform.tenant === tenant).map((platform) => platform.id);
    await writeJson(join(folder, `${tenant}.json`), { practice: true, tenant, platforms: theirs });
  }
  const rows = tenants.map((tenant) => `${tenant},accounts@${tenant}.practice.example\n`);
  await writeFile(join(folder, "tenant_info.csv"), `tenant,accounts manager\n${rows.join("")}`);
}
