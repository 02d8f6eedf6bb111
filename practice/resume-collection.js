// @ts-check
import { removeFolder } from "./folders.js";
import { practice } from "./program.js";
import { changeState, Refusal, readState, setReplicating } from "./site.js";
import { mountedFolder, readExport, replicate, takeExport } from "./switchover-information.js";

// At the destination: exports what it runs now and resumes automatic collection. In practice it also unmounts the
// information folder and resumes replication, so that the way back can be tried at once.
await practice(async (site, say) => {
  const { switched } = await readState(site);
  const mounted = await readExport(site, mountedFolder);
  if (switched === null || (mounted !== null && mounted.takenAt !== switched.export)) {
    throw new Refusal("this site has not been switched over: run the batch switchover first");
  }
  await removeFolder(site, mountedFolder);
  await setReplicating(site.root, true);
  say("information folder unmounted, replication between the practice sites resumed");
  const { files, takenAt } = await takeExport(site);
  await replicate(site, site.peer);
  say(`exported ${files.length} files at ${takenAt}, replicated to ${site.peer.name}`);
  await changeState(site, { collection: "on" });
  say("automatic collection is on");
});
