// @ts-check
import { cp } from "node:fs/promises";
import { filesIn } from "./folders.js";
import { practice } from "./program.js";
import { inside, Refusal, readJson, writeJson } from "./site.js";
import { requireUsableVolumes } from "./switchover-information.js";

// At the destination: makes the replicated datastore visible to every VM host.
await practice(async (site, say) => {
  await requireUsableVolumes(site);
  const guests = await filesIn(await inside(site, "replicated", "datastore"));
  if (guests.length === 0) throw new Refusal(`no datastore of ${site.peer.name} has arrived`);
  for (const guest of guests) {
    await cp(await inside(site, "replicated", "datastore", guest), await inside(site, "datastore", guest));
  }
  const hosts = await filesIn(await inside(site, "vm-hosts"));
  for (const name of hosts) {
    const file = await inside(site, "vm-hosts", name);
    await writeJson(file, { ...(await readJson(file, {})), datastore: { of: site.peer.key, guests } });
    say(`mounted the datastore of ${site.peer.name} on ${name.replace(".json", "")}: ${guests.length} guests visible`);
  }
});
