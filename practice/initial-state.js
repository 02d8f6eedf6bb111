// @ts-check
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exists } from "./folders.js";
import { changeState, isMarked, markSite, setReplicating, writeJson } from "./site.js";
import { arrivedFolder, replicate, takeExport } from "./switchover-information.js";

/** @import { Place } from "./site.js" */

const east = {
  key: "practice-east",
  name: "Practice East",
  platforms: [
    { id: "lp-101", name: "web-shop", tenant: "hoshi", servers: ["shop-web-1", "shop-web-2", "shop-db-1"] },
    { id: "lp-102", name: "reporting", tenant: "hoshi", servers: ["report-1"] },
    { id: "lp-103", name: "mail", tenant: "tsuki", servers: ["mail-1", "mail-2"] },
  ],
  roles: ["night-shift", "storage-reader"],
  sessions: 200,
};

const west = {
  key: "practice-west",
  name: "Practice West",
  platforms: [
    { id: "lp-201", name: "test-bench", tenant: "kaze", servers: ["bench-1", "bench-2"] },
    { id: "lp-202", name: "wiki", tenant: "kaze", servers: ["wiki-1"] },
  ],
  roles: ["guest-reader"],
  sessions: 120,
};

const KIBIBYTE = 1_024;

/**
 * Brings both practice sites to their initial state: each runs its own platforms, and the last automatic export of each
 * has reached the other, so that a run may go in either direction.
 * @param {string} root the folder that holds the folders of both sites
 */
export async function resetSites(root) {
  for (const { key } of [east, west]) await rm(join(root, key), { recursive: true, force: true });
  await installMissing(root);
  await setReplicating(root, true);
}

/**
 * Creates the practice sites that are missing. One that is there keeps its state.
 * @param {string} root
 */
export async function installMissing(root) {
  const first = { key: east.key, name: east.name, folder: join(root, east.key) };
  const second = { key: west.key, name: west.name, folder: join(root, west.key) };
  if (!(await isMarked(first))) await fill(first, east);
  if (!(await isMarked(second))) await fill(second, west);
  await connect(first, second);
  await connect(second, first);
}

/**
 * @param {Place} from
 * @param {Place} to
 */
async function connect(from, to) {
  if (!(await exists(join(to.folder, arrivedFolder)))) await replicate(from, to);
  await markSite(to, from.key);
}

/**
 * @param {Place} site
 * @param {typeof east} content
 */
async function fill(site, { platforms, roles, sessions }) {
  const write = (/** @type {string} */ path, /** @type {unknown} */ value) => writeJson(join(site.folder, path), value);
  await write("configuration/l-platforms.json", platforms);
  await write("configuration/tenants.json", [...new Set(platforms.map((platform) => platform.tenant))]);
  await write(
    "configuration/l-servers.json",
    platforms.flatMap((platform) => platform.servers),
  );
  await write("configuration-files/limits.json", { practice: true, sessions });
  await write("configuration-files/mail.json", { practice: true, relay: "mail.practice.example" });
  for (const role of roles) await write(`roles/${role}.json`, { practice: true, role, operations: ["read"] });
  for (const host of ["vm-host-1", "vm-host-2"]) await write(`vm-hosts/${host}.json`, { practice: true, host });
  for (const [name, size] of /** @type {const} */ ([
    ["app-standard", 512],
    ["db-standard", 384],
  ])) {
    await writeBytes(join(site.folder, "images", `${site.key}-${name}.img`), size * KIBIBYTE);
  }
  for (const { name } of platforms) await writeBytes(join(site.folder, "datastore", `${name}.disk`), 16 * KIBIBYTE);
  await changeState(site, { collection: "on" });
  await takeExport(site);
}

/**
 * @param {string} file
 * @param {number} size
 */
async function writeBytes(file, size) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, Buffer.alloc(size, `practice ${file.split("/").at(-1)} `));
}
