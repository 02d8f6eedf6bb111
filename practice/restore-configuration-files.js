// @ts-check
import { cp } from "node:fs/promises";
import { bothVersions, compareConfigurationFiles } from "./configuration-files.js";
import { practice } from "./program.js";
import { Refusal } from "./site.js";
import { requireMounted } from "./switchover-information.js";

// At the destination: makes its configuration files equal to those of the source. With --compare it only says whether
// they are, and ends with 1 when they are not.
await practice(async (site, say, { compare }) => {
  await requireMounted(site);
  const differing = await compareConfigurationFiles(site, say);
  if (compare && differing.length > 0) throw new Refusal(`these differ: ${differing.join(", ")}`);
  for (const name of differing) {
    const { own, theirs } = await bothVersions(site, name);
    await cp(theirs, own);
    say(`restored configuration-files/${name}`);
  }
  say(differing.length === 0 ? "nothing differs" : `${differing.length} restored; all configuration files match now`);
});
