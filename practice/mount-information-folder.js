// @ts-check

import { compareConfigurationFiles } from "./configuration-files.js";
import { replaceFolder } from "./folders.js";
import { practice } from "./program.js";
import { inside, isReplicating, Refusal } from "./site.js";
import {
  arrivedFolder,
  completeExport,
  informationFolder,
  mountedFolder,
  requireUsableVolumes,
} from "./switchover-information.js";

// At the destination: makes the export that arrived from the source visible, and says whether the sites' files differ.
await practice(async (site, say) => {
  await requireUsableVolumes(site);
  const told = process.env.SWITCHOVER_OUTPUT_EXPORT_FOLDER;
  const known = await inside(site.peer, informationFolder);
  if (told && told !== known)
    throw new Refusal(`the run knows ${told} as the folder of the export; ${site.peer.name} has ${known}`);
  const taken = await completeExport(site, arrivedFolder);
  if (!taken) throw new Refusal(`no export of ${site.peer.name} has arrived`);
  if (await isReplicating(site))
    say(`${site.peer.name} took no export for this switchover; its last automatic one is used`);
  await replaceFolder(await inside(site, arrivedFolder), site, mountedFolder);
  say(`mounted the export of ${site.peer.name}, taken at ${taken.takenAt}: ${taken.files.length} files match its list`);
  const differing = await compareConfigurationFiles(site, say);
  say(
    differing.length === 0
      ? "the configuration files match"
      : `the configuration files do not match: ${differing.join(", ")}`,
  );
});
