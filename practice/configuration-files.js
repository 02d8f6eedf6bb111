// @ts-check
import { filesIn, sameContent } from "./folders.js";
import { inside } from "./site.js";
import { mountedFolder } from "./switchover-information.js";

/** @import { Place } from "./site.js" */

/**
 * The names of the configuration files of the mounted export that the site does not have, or has differently.
 * @param {Place} site
 * @param {(line: string) => void} say
 */
export async function compareConfigurationFiles(site, say) {
  const differing = [];
  for (const name of await filesIn(await inside(site, mountedFolder, "configuration-files"))) {
    const { own, theirs } = await bothVersions(site, name);
    const same = await sameContent(own, theirs);
    say(`compared configuration-files/${name}: ${same ? "same" : "different"}`);
    if (!same) differing.push(name);
  }
  return differing;
}

/**
 * @param {Place} site
 * @param {string} name
 */
export const bothVersions = async (site, name) => ({
  own: await inside(site, "configuration-files", name),
  theirs: await inside(site, mountedFolder, "configuration-files", name),
});
