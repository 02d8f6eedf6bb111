// @ts-check
import { cp, stat } from "node:fs/promises";
import { join } from "node:path";
import { checksum, exists, filesIn, rebuildFolder, replaceFolder } from "./folders.js";
import { inside, isReplicating, Refusal, readJson, readState, writeJson } from "./site.js";

/**
 * @import { Place, Site } from "./site.js"
 * @typedef {{ path: string, bytes: number, sha256: string }} ExportedFile
 * @typedef {{ from: string, takenAt: string, files: ExportedFile[] }} Export
 */

export const informationFolder = "information-folder";
export const arrivedFolder = join("replicated", informationFolder);
export const mountedFolder = "mounted";
const parts = ["configuration", "configuration-files", "roles", "images"];

/**
 * Writes everything the destination needs into the site's information folder, with a list of it.
 * @param {Place} site
 * @returns {Promise<Export>}
 */
export async function takeExport(site) {
  await rebuildFolder(site, informationFolder, async (folder) => {
    for (const part of parts) {
      const own = await inside(site, part);
      if (await exists(own)) await cp(own, join(folder, part), { recursive: true });
    }
    const files = await Promise.all((await filesIn(folder)).map((path) => describeFile(folder, path)));
    await writeJson(join(folder, "export.json"), { from: site.key, takenAt: new Date().toISOString(), files });
  });
  return readJson(await inside(site, informationFolder, "export.json"), null);
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {Promise<ExportedFile>}
 */
async function describeFile(folder, path) {
  const file = join(folder, path);
  return { path, bytes: (await stat(file)).size, sha256: await checksum(file) };
}

/**
 * What the storage of a real site does all the time: brings the site's volumes to the other one.
 * @param {Place} from
 * @param {Place} to
 */
export async function replicate(from, to) {
  await replaceFolder(await inside(from, informationFolder), to, arrivedFolder);
  await replaceFolder(await inside(from, "datastore"), to, join("replicated", "datastore"));
}

/**
 * @param {Place} site
 * @param {string} folder
 * @returns {Promise<Export | null>}
 */
export const readExport = async (site, folder) => readJson(await inside(site, folder, "export.json"), null);

/**
 * The export in a folder of the site, when all of it is there as it was taken.
 * @param {Place} site
 * @param {string} folder
 */
export async function completeExport(site, folder) {
  const taken = await readExport(site, folder);
  if (!taken) return null;
  for (const { path, sha256 } of taken.files) {
    const file = await inside(site, folder, path);
    if (!(await exists(file)) || (await checksum(file)) !== sha256) {
      throw new Refusal(`${path} of the export taken at ${taken.takenAt} is missing or was changed`);
    }
  }
  return taken;
}

/** @param {Place} site */
export async function requireMounted(site) {
  const taken = await completeExport(site, mountedFolder);
  if (!taken) throw new Refusal("the switchover information folder is not mounted: mount it first");
  return taken;
}

/**
 * Replicated volumes may be used when replication was stopped, or when nobody could stop it: the source was not locked
 * for a planned switchover.
 * @param {Site} site
 */
export async function requireUsableVolumes(site) {
  const { lockedAt } = await readState(site.peer);
  if (lockedAt !== null && (await isReplicating(site))) {
    throw new Refusal(`replication from ${site.peer.name} is still running: stop it first`);
  }
}
