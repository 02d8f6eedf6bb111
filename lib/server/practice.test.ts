import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { resolve } from "#lib/domain/action.ts";
import { outline } from "#lib/domain/outline.ts";
import { installPracticeSites } from "#lib/server/practice.ts";
import { parseProcedure } from "#lib/server/procedures/parse.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "practice-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

it("creates two sites, each with an export of the other", async () => {
  const sites = await installPracticeSites(dataDir);
  expect(sites.map(({ key, name }) => ({ key, name }))).toEqual([
    { key: "practice-east", name: "Practice East" },
    { key: "practice-west", name: "Practice West" },
  ]);
  const arrived = join(dataDir, "practice/practice-west/replicated/information-folder/export.json");
  expect(JSON.parse(await readFile(arrived, "utf8"))).toMatchObject({ from: "practice-east" });
});

it("names a command at each site for every automated step of the built-in procedure, and no other", async () => {
  const parsed = parseProcedure(await readFile("procedures/disaster-recovery-switchover.yaml", "utf8"));
  const steps = parsed.ok ? outline(parsed.procedure).steps.filter((step) => step.action) : [];
  expect(steps.length).toBeGreaterThan(0);
  for (const { name, parameters } of await installPracticeSites(dataDir)) {
    const sites = { here: { id: "0", name, practice: true, parameters } };
    const scope = { number: 1, mode: "live", type: "planned", outputs: {}, sites } as const;
    const resolved = steps.map((step) => resolve(step, scope, { role: "here", attempt: 1, inputs: {} }));
    expect(resolved.filter((resolution) => !resolution.ok)).toEqual([]);
    const used = steps.flatMap(({ action }) =>
      action && "argv" in action
        ? action.argv.map((part) => typeof part === "object" && "site" in part && part.site)
        : [],
    );
    expect(Object.keys(parameters).sort()).toEqual(used.sort());
  }
});

it("leaves what is there as it is, and creates what is missing", async () => {
  await installPracticeSites(dataDir);
  const state = join(dataDir, "practice/practice-west/state.json");
  await writeFile(state, "{}");
  await rm(join(dataDir, "practice/practice-east"), { recursive: true });
  await installPracticeSites(dataDir);
  expect(await readFile(state, "utf8")).toBe("{}");
  expect(await readFile(join(dataDir, "practice/practice-east/practice-site.json"), "utf8")).toContain("Practice East");
});

it("says so when the folder cannot be written", async () => {
  const file = join(dataDir, "file");
  await writeFile(file, "");
  await expect(installPracticeSites(file)).rejects.toThrow(/Practice: .*file/);
});
