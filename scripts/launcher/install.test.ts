import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { install, isInstalled, type Packages, refuseOldNode } from "./install.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "switchover-install-"));
  return () => rmSync(root, { recursive: true });
});

function write(file: string, content: unknown) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), JSON.stringify(content));
}

describe("what is installed fits the lock file", () => {
  const locked: Packages = {
    "": { version: "0.1.0" },
    "node_modules/next": { version: "16.4.6" },
    "node_modules/@next/swc-darwin-arm64": { version: "16.4.6", optional: true },
    "node_modules/vitest": { version: "5.1.1", dev: true },
  };
  const { "node_modules/next": next, "node_modules/vitest": vitest } = locked;
  const all = { "node_modules/next": next, "node_modules/vitest": vitest } as Packages;

  test.each<{ name: string; installed: Packages; development: boolean; fits: boolean }>([
    { name: "all but another platform's", installed: all, development: true, fits: true },
    { name: "nothing", installed: {}, development: false, fits: false },
    {
      name: "one missing",
      installed: { "node_modules/vitest": { version: "5.1.1" } },
      development: false,
      fits: false,
    },
    {
      name: "another version",
      installed: { ...all, "node_modules/next": { version: "16.4.5" } },
      development: true,
      fits: false,
    },
    {
      name: "no tools, to run it",
      installed: { "node_modules/next": { version: "16.4.6" } },
      development: false,
      fits: true,
    },
    {
      name: "no tools, to test it",
      installed: { "node_modules/next": { version: "16.4.6" } },
      development: true,
      fits: false,
    },
    {
      name: "another version of an optional one",
      installed: { ...all, "node_modules/@next/swc-darwin-arm64": { version: "16.4.5" } },
      development: true,
      fits: false,
    },
  ])("$name: $fits", ({ installed, development, fits }) => {
    write("package-lock.json", { packages: locked });
    write("node_modules/.package-lock.json", { packages: installed });
    expect(isInstalled(root, { development })).toBe(fits);
  });

  test("no node_modules: false", () => {
    write("package-lock.json", { packages: locked });
    expect(isInstalled(root, { development: false })).toBe(false);
  });
});

test("npm ci that fails is one sentence and the end of its log", async () => {
  vi.stubEnv("npm_config_registry", "http://127.0.0.1:1");
  vi.stubEnv("npm_config_fetch_retries", "0");
  const dependencies = { "not-there": "1.0.0" };
  write("package.json", { name: "broken", dependencies });
  const packages = { "": { name: "broken", dependencies }, "node_modules/not-there": { version: "1.0.0" } };
  write("package-lock.json", { lockfileVersion: 3, packages });
  const options = { root, logFile: path.join(root, "log"), stop: new AbortController().signal };
  await expect(install(options)).rejects.toMatchObject({
    message: "npm ci could not install the packages (exit code 1).",
    excerpt: expect.stringContaining("ECONNREFUSED"),
  });
  vi.unstubAllEnvs();
});

test("a Node.js that is too old is refused", () => {
  write("package.json", { engines: { node: ">=20.19" } });
  for (const version of ["18.20.8", "20.9.0", "20.18.3"]) {
    expect(() => refuseOldNode(root, version)).toThrow(`Node.js ${version} is too old: 20.19 or newer is needed.`);
  }
  for (const version of ["20.19.0", "20.20.2", "24.21.0"]) expect(() => refuseOldNode(root, version)).not.toThrow();
});
