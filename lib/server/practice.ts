import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** A site that is a folder on this machine, where small programs stand in for the product's commands. */
export type PracticeSite = {
  key: string;
  name: string;
  place: string;
  parameters: Record<string, string | string[]>;
};

const sites = [
  { key: "practice-east", name: "Practice East" },
  { key: "practice-west", name: "Practice West" },
];

/** Each is a parameter of a site, named by the built-in procedure, and a program in practice/. */
const programs = [
  "export-configuration",
  "stop-replication",
  "mount-information-folder",
  "copy-images",
  "restore-configuration-files",
  "reflect-roles",
  "mount-datastore",
  "run-batch-switchover",
  "resume-collection",
  "clean-up",
];

const programFile = (name: string) => join(import.meta.dirname, "../../practice", `${name}.js`);

/**
 * Creates the folders of the practice sites under `<dataDir>/practice` where they are missing, and never changes what is
 * there. Resolves with the sites and their commands, for the caller to store.
 */
export async function installPracticeSites(dataDir: string): Promise<PracticeSite[]> {
  const root = resolve(dataDir, "practice");
  const marks = sites.map(({ key }) => access(join(root, key, "practice-site.json")));
  await Promise.all(marks).catch(() =>
    promisify(execFile)(process.execPath, [programFile("reset"), root, "--missing"]),
  );
  return sites.map(({ key, name }) => ({
    key,
    name,
    place: "a folder on this machine",
    parameters: Object.fromEntries(
      programs.map((program) => [
        program.replaceAll("-", "_"),
        [process.execPath, programFile(program), "--site", join(root, key)],
      ]),
    ),
  }));
}
