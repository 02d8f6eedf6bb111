// @ts-check
import { cp } from "node:fs/promises";
import { filesIn } from "./folders.js";
import { practice } from "./program.js";
import { inside } from "./site.js";
import { mountedFolder, requireMounted } from "./switchover-information.js";

// At the destination: takes over the roles that were customized at the source.
await practice(async (site, say) => {
  await requireMounted(site);
  const names = await filesIn(await inside(site, mountedFolder, "roles"));
  for (const name of names) {
    await cp(await inside(site, mountedFolder, "roles", name), await inside(site, "roles", name));
    say(`took over role ${name.replace(".json", "")}`);
  }
  say(`${names.length} customized roles in place`);
});
