import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Run } from "#lib/domain/run/state.ts";
import { installPracticeSites } from "#lib/server/practice.ts";
import type { Accounts } from "./accounts.ts";
import { type Api, EVERYTHING, newMark, type Sites } from "./api.ts";

type People = { api: (role: "administrator" | "commander" | "operator") => Api; accounts: Accounts };

/** Two practice sites with names as places have them, and commands short enough to be read in a picture. */
async function tokyoAndOsaka({ api, accounts }: People): Promise<Sites> {
  const folder = mkdtempSync(path.join(accounts.dataFolder, "practice-"));
  const practice = await installPracticeSites(folder);
  // In a picture that people look at, nothing of the test is to be seen.
  const mark = process.env.UPDATE_PICTURES ? "" : ` ${newMark()}`;
  const add = async (name: string, place: string, { key, parameters }: (typeof practice)[number]) => {
    const real = path.join(folder, "practice", key);
    const link = path.join(accounts.dataFolder, name.toLowerCase());
    rmSync(link, { force: true });
    symlinkSync(real, link);
    const readable = (words: string | string[]) =>
      [words].flat().map((word) => (word === real ? link : word.replace(`${process.cwd()}/`, "")));
    const { id } = await api("administrator").call<{ id: string }>("POST", "/api/sites", {
      key: `${name.toLowerCase()}-${newMark()}`,
      name: name + mark,
      place,
      parameters: Object.fromEntries(Object.entries(parameters).map(([key, words]) => [key, readable(words)])),
    });
    return { id, name: name + mark, folder: real };
  };
  const [east, west] = practice;
  if (!east || !west) throw new Error("There are no two practice sites.");
  return {
    source: await add("Tokyo", "Koto, building 2, room 410", east),
    destination: await add("Osaka", "Kita, third floor", west),
  };
}

/**
 * A live run in the middle, with a step in each state that a commander meets: done, running, in somebody's hands,
 * failed, skipped, not applicable, to be decided, ready and still held back.
 */
export async function busyRun(people: People): Promise<Run> {
  const sites = await tokyoAndOsaka(people);
  const [commander, operator] = [people.api("commander"), people.api("operator")];
  const facts = { ...EVERYTHING, vm_guest: "unknown", single_sign_on: "no" } as const;
  const declaredAt = new Date(Date.now() - 47 * 60_000).toISOString();
  const { id } = await commander.startedRun(sites, { facts, declaredAt, rtoSeconds: 4 * 3_600 });
  await operator.complete(id, "1", "2", "3", "4", "5");
  writeFileSync(path.join(sites.destination.folder, "slow-next-copy-images"), "90");
  writeFileSync(path.join(sites.destination.folder, "fail-next-reflect-roles"), "");
  await operator.send(id, { type: "step.start", step: "6" });
  await operator.send(id, { type: "step.start", step: "7" });
  await commander.send(id, { type: "step.skip", step: "9", reason: "Nothing was changed since the last switchover" });
  await operator.begin(id, "10");
  await commander.send(id, { type: "note.add", text: "Storage team is on the bridge, channel 4." });
  return commander.run(id);
}
