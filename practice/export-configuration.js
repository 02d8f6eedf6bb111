// @ts-check
import { exists } from "./folders.js";
import { practice } from "./program.js";
import { changeState, inside, isReplicating, Refusal } from "./site.js";
import { informationFolder, replicate, takeExport } from "./switchover-information.js";

// At the source: locks its resources, exports its configuration, and lets the storage bring the export to the destination.
await practice(async (site, say) => {
  if (!(await exists(await inside(site, "configuration")))) {
    throw new Refusal("there is no configuration to export; it was cleaned up");
  }
  if (!(await isReplicating(site))) {
    throw new Refusal(
      `replication is stopped, so the export would not reach ${site.peer.name}; reset the practice sites`,
    );
  }
  await changeState(site, { lockedAt: new Date().toISOString() });
  say("resources locked");
  const { files, takenAt } = await takeExport(site);
  for (const { path, bytes } of files) say(`exported ${path}, ${bytes} bytes`);
  await replicate(site, site.peer);
  say(`export_folder=${await inside(site, informationFolder)}`);
  say(`export of ${takenAt} complete: ${files.length} files, replicated to ${site.peer.name}`);
});
