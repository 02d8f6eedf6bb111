// @ts-check
import { practice } from "./program.js";
import { isReplicating, Refusal, readState, setReplicating } from "./site.js";
import { arrivedFolder, completeExport, informationFolder, readExport } from "./switchover-information.js";

// At either site: stops replication between the two, once the export of the locked site has arrived whole.
await practice(async (site, say) => {
  const ways = [
    { from: site, to: site.peer },
    { from: site.peer, to: site },
  ];
  let locked = 0;
  for (const { from, to } of ways) {
    if ((await readState(from)).lockedAt === null) continue;
    locked++;
    const taken = await readExport(from, informationFolder);
    const arrived = await completeExport(to, arrivedFolder);
    if (!taken || taken.takenAt !== arrived?.takenAt) {
      throw new Refusal(`the export of ${from.name} has not reached ${to.name}: export again`);
    }
    say(
      `the export of ${from.name}, taken at ${taken.takenAt}, has reached ${to.name}: ${taken.files.length} files match`,
    );
  }
  if (locked === 0) throw new Refusal("no export was taken for a switchover: export the configuration first");
  const running = await isReplicating(site);
  await setReplicating(site.root, false);
  say(running ? "replication stopped" : "replication was stopped already");
});
