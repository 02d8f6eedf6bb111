// @ts-check
import { filesIn, removeFolder } from "./folders.js";
import { practice } from "./program.js";
import { changeState, inside, Refusal, readState } from "./site.js";
import { arrivedFolder, readExport } from "./switchover-information.js";

// At the source: removes its configuration, once the other site runs it and is protected again.
await practice(async (site, say) => {
  const { lockedAt } = await readState(site);
  const { switched } = await readState(site.peer);
  if (switched?.from !== site.key || (lockedAt !== null && switched.at < lockedAt)) {
    throw new Refusal(`${site.peer.name} has not taken over from this site: nothing was removed`);
  }
  const arrived = await readExport(site, arrivedFolder);
  if (!arrived || arrived.takenAt < switched.at) {
    throw new Refusal(`${site.peer.name} has not exported since it took over: nothing was removed`);
  }
  await changeState(site, { collection: "off" });
  say("automatic collection is off");
  for (const part of ["configuration", "roles", "images"]) {
    const folder = await inside(site, part);
    for (const name of await filesIn(folder)) say(`removing ${part}/${name}`);
    await removeFolder(site, part);
  }
  await changeState(site, { lockedAt: null, switched: null });
  say("configuration cleaned up, resources unlocked");
});
