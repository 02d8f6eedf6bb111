import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const east = "practice-east";
const west = "practice-west";
const parent = await realpath(await mkdtemp(join(tmpdir(), "practice-")));
afterAll(() => rm(parent, { recursive: true, force: true }));

const node = (program: string, ...args: string[]) =>
  new Promise<{ code: number; out: string }>((done) => {
    execFile(process.execPath, [`practice/${program}.js`, ...args], (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), out: stdout + stderr }),
    );
  });

/** Both practice sites in their initial state, in a folder of their own. */
async function freshSites() {
  const root = await mkdtemp(join(parent, "sites-"));
  expect(await node("reset", root)).toMatchObject({ code: 0 });
  const path = (...parts: string[]) => join(root, ...parts);
  const at = (site: string, program: string, ...args: string[]) => node(program, "--site", path(site), ...args);
  return {
    path,
    at,
    reset: () => node("reset", root),
    exists: (...parts: string[]) => stat(path(...parts)).then(Boolean, () => false),
    names: async (...parts: string[]) => (await readdir(path(...parts))).sort(),
    platforms: async (site: string): Promise<string[]> =>
      JSON.parse(await readFile(path(site, "configuration/l-platforms.json"), "utf8")).map(
        (platform: { name: string }) => platform.name,
      ),
    /** Runs programs one after another, and says which of them did not end with 0. */
    async failing(...chain: [site: string, program: string][]) {
      const failed: string[] = [];
      for (const [site, program] of chain) {
        const { code, out } = await at(site, program);
        if (code !== 0) failed.push(`${program}: ${out}`);
        expect(out.split("\n").filter((line) => line !== "" && !line.startsWith("Practice"))).toEqual([]);
      }
      return failed;
    },
  };
}

const atDestination = (site: string): [string, string][] => [
  [site, "mount-information-folder"],
  [site, "copy-images"],
  [site, "restore-configuration-files"],
  [site, "reflect-roles"],
  [site, "mount-datastore"],
  [site, "run-batch-switchover"],
  [site, "resume-collection"],
];
const planned = (from: string, to: string): [string, string][] => [
  [from, "export-configuration"],
  [from, "stop-replication"],
  ...atDestination(to),
  [from, "clean-up"],
];

describe.concurrent("a planned switchover", { timeout: 60_000 }, () => {
  it.each([
    [east, west, ["web-shop", "reporting", "mail"]],
    [west, east, ["test-bench", "wiki"]],
  ])("from %s to %s moves everything", async (from, to, moved) => {
    const sites = await freshSites();
    expect(await sites.failing(...planned(from, to))).toEqual([]);
    expect(await sites.platforms(to)).toEqual(moved);
    expect(await sites.names(to, "images")).toEqual([`${from}-app-standard.img`, `${from}-db-standard.img`]);
    expect(await sites.names(to, "images-set-aside-1")).toEqual([`${to}-app-standard.img`, `${to}-db-standard.img`]);
    expect(await sites.names(to, "usage-charges")).toHaveLength(1);
    expect(await readFile(sites.path(to, "imported-l-platforms.log"), "utf8")).toContain(moved[0]);
    for (const gone of ["configuration", "roles", "images"]) expect(await sites.exists(from, gone)).toBe(false);
    expect(await sites.exists(to, "mounted")).toBe(false);
  });

  it("can be followed by the way back, and by another one", async () => {
    const sites = await freshSites();
    expect(await sites.failing(...planned(east, west), ...planned(west, east), [east, "export-configuration"])).toEqual(
      [],
    );
    expect(await sites.platforms(east)).toEqual(["web-shop", "reporting", "mail"]);
  });

  it("may have its replication stopped from the other site", async () => {
    const sites = await freshSites();
    expect(await sites.failing([east, "export-configuration"], [west, "stop-replication"])).toEqual([]);
  });

  it("says while mounting which configuration files differ, and nothing of it once they are restored", async () => {
    const sites = await freshSites();
    await sites.failing([east, "export-configuration"], [east, "stop-replication"]);
    expect((await sites.at(west, "mount-information-folder")).out).toContain("do not match: limits.json");
    expect(await sites.at(west, "restore-configuration-files", "--compare")).toMatchObject({ code: 1 });
    expect(await sites.failing([west, "restore-configuration-files"])).toEqual([]);
    expect(await sites.at(west, "restore-configuration-files", "--compare")).toMatchObject({ code: 0 });
  });
});

describe.concurrent("a disaster", { timeout: 60_000 }, () => {
  it("is survived on the last automatic export, and the way back works", async () => {
    const sites = await freshSites();
    expect(await sites.failing(...atDestination(west))).toEqual([]);
    expect(await sites.platforms(west)).toEqual(["web-shop", "reporting", "mail"]);
    expect(await sites.exists(east, "configuration")).toBe(true);
    expect(await sites.failing(...planned(west, east))).toEqual([]);
    expect(await sites.platforms(east)).toEqual(["web-shop", "reporting", "mail"]);
  });

  it("tells that the last automatic export is used", async () => {
    const sites = await freshSites();
    expect((await sites.at(west, "mount-information-folder")).out).toContain("its last automatic one is used");
  });
});

describe.concurrent("out of order", { timeout: 60_000 }, () => {
  it.each([
    [east, "stop-replication", /no export was taken/],
    [west, "copy-images", /not mounted: mount it first/],
    [west, "restore-configuration-files", /not mounted: mount it first/],
    [west, "reflect-roles", /not mounted: mount it first/],
    [west, "run-batch-switchover", /not mounted: mount it first/],
    [west, "resume-collection", /run the batch switchover first/],
    [east, "clean-up", /has not taken over from this site: nothing was removed/],
  ])("at %s, %s fails and says why", async (site, program, why) => {
    const sites = await freshSites();
    const before = await sites.names(site);
    expect(await sites.at(site, program)).toEqual({ code: 1, out: expect.stringMatching(why) });
    expect(await sites.names(site)).toEqual(before);
  });

  it("nothing is mounted while replication from a locked source runs", async () => {
    const sites = await freshSites();
    await sites.failing([east, "export-configuration"]);
    expect(await sites.at(west, "mount-information-folder")).toMatchObject({
      code: 1,
      out: /still running: stop it first/,
    });
    expect(await sites.at(west, "mount-datastore")).toMatchObject({ code: 1 });
  });

  it("the source is not cleaned up before the destination is protected again", async () => {
    const sites = await freshSites();
    expect(await sites.failing(...planned(east, west).slice(0, -2))).toEqual([]);
    expect((await sites.at(east, "clean-up")).out).toContain("has not exported since it took over");
  });

  it("an export that did not arrive whole is neither accepted nor mounted", async () => {
    const sites = await freshSites();
    await sites.failing([east, "export-configuration"]);
    await unlink(sites.path(west, "replicated/information-folder/roles/night-shift.json"));
    expect((await sites.at(east, "stop-replication")).out).toContain("night-shift.json");
    await sites.failing([east, "export-configuration"], [east, "stop-replication"]);
    await writeFile(sites.path(west, "replicated/information-folder/configuration/tenants.json"), "[]");
    expect((await sites.at(west, "mount-information-folder")).out).toContain("was changed");
  });

  it("a site that was cleaned up has nothing to export, until both are reset", async () => {
    const sites = await freshSites();
    await sites.failing(...planned(east, west));
    expect((await sites.at(east, "export-configuration")).out).toContain("it was cleaned up");
    await sites.reset();
    expect(await sites.failing([east, "export-configuration"])).toEqual([]);
  });
});

describe.concurrent("on purpose", { timeout: 60_000 }, () => {
  it("a program fails once, having changed nothing, and works when it is run again", async () => {
    const sites = await freshSites();
    await writeFile(sites.path(east, "fail-next-export-configuration"), "");
    expect(await sites.at(east, "export-configuration")).toEqual({
      code: 1,
      out: expect.stringContaining("on purpose"),
    });
    expect(await sites.failing([east, "export-configuration"])).toEqual([]);
    expect(await sites.at(east, "export-configuration", "--fail")).toMatchObject({ code: 1 });
  });

  it("a program is slow and tells so, and then works", async () => {
    const sites = await freshSites();
    await writeFile(sites.path(east, "slow-next-export-configuration"), "0.2\n");
    expect(await sites.at(east, "export-configuration")).toEqual({
      code: 0,
      out: expect.stringMatching(/slow as was asked for, 0 of 0.2 s[\s\S]*complete/),
    });
    expect(await sites.at(east, "export-configuration", "--slow", "soon")).toMatchObject({ code: 2 });
  });

  it.each([
    ["is ended by SIGTERM", [], { signal: "SIGTERM", said: "" }],
    [
      "ignores SIGTERM and is ended by SIGKILL",
      ["--ignore-sigterm"],
      { signal: "SIGKILL", said: "SIGTERM is ignored" },
    ],
  ])("a slow program %s", async (_, more, expected) => {
    const sites = await freshSites();
    const args = ["practice/copy-images.js", "--site", sites.path(west), "--slow", "60", ...more];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const next = async () => String((await once(child.stdout, "data"))[0]);
    expect(await next()).toContain("slow as was asked for");
    child.kill("SIGTERM");
    if (expected.said) {
      expect(await next()).toContain(expected.said);
      child.kill("SIGKILL");
    }
    expect(await once(child, "exit")).toEqual([null, expected.signal]);
  });
});

describe.concurrent("outside the sites", { timeout: 60_000 }, () => {
  it("a folder that is no practice site is refused", async () => {
    const sites = await freshSites();
    await mkdir(sites.path("precious/configuration"), { recursive: true });
    expect(await node("clean-up", "--site", sites.path("precious"))).toEqual({
      code: 1,
      out: expect.stringContaining("is not a practice site"),
    });
    expect(await sites.exists("precious/configuration")).toBe(true);
  });

  it("clean-up follows no link out of the site", async () => {
    const sites = await freshSites();
    await sites.failing(...planned(east, west).slice(0, -1));
    await mkdir(sites.path("precious"));
    await writeFile(sites.path("precious/file"), "");
    await rm(sites.path(east, "configuration"), { recursive: true });
    await symlink(sites.path("precious"), sites.path(east, "configuration"));
    expect(await sites.at(east, "clean-up")).toEqual({ code: 1, out: expect.stringContaining("is a link") });
    expect(await sites.exists("precious/file")).toBe(true);
  });

  it("a peer that is named outside is not followed", async () => {
    const sites = await freshSites();
    const marker = { practice: true, name: "Practice East", peer: "../../elsewhere" };
    await writeFile(sites.path(east, "practice-site.json"), JSON.stringify(marker));
    expect((await sites.at(east, "export-configuration")).out).toContain("is not a practice site");
  });

  it("a wrong command line ends with 2, a word it does not know too", async () => {
    const sites = await freshSites();
    expect(await node("clean-up")).toEqual({ code: 2, out: expect.stringContaining("Usage") });
    expect(await sites.at(east, "clean-up", "--force")).toMatchObject({ code: 2 });
  });
});
