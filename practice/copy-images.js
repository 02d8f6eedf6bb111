// @ts-check
import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { copyFile, exists, filesIn, removeFolder } from "./folders.js";
import { practice } from "./program.js";
import { inside, Refusal } from "./site.js";
import { mountedFolder, requireMounted } from "./switchover-information.js";

/** @import { Place } from "./site.js" */

// At the destination: sets its own images aside and copies those of the source in their place.
await practice(async (site, say) => {
  await requireMounted(site);
  const source = await inside(site, mountedFolder, "images");
  const names = await filesIn(source);
  if (names.length === 0) throw new Refusal("the mounted export holds no images");
  // The own images are moved only when the new ones are complete, so that a copy may be broken off and run again.
  await removeFolder(site, "images-incoming");
  const incoming = await inside(site, "images-incoming");
  for (const [i, name] of names.entries()) {
    const copy = join(incoming, name);
    const count = `${i + 1}/${names.length} ${name}`;
    await copyFile(join(source, name), copy, (copied, size) => say(`${count}: ${copied} of ${size} bytes`));
    if ((await stat(copy)).size !== (await stat(join(source, name))).size) throw new Refusal(`${name}: size differs`);
    say(`${count}: copied, size matches`);
  }
  const images = await inside(site, "images");
  if (await exists(images)) {
    const aside = await freeName(site);
    await rename(images, await inside(site, aside));
    say(`moved the site's own images to ${aside}`);
  }
  await rename(incoming, images);
  say(`${names.length} images of the source in place`);
});

/** @param {Place} site */
async function freeName(site) {
  for (let n = 1; ; n++) {
    const name = `images-set-aside-${n}`;
    if (!(await exists(await inside(site, name)))) return name;
  }
}
