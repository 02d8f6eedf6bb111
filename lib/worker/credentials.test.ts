import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createCredentials } from "#lib/worker/credentials.ts";

const folder = mkdtempSync(path.join(tmpdir(), "switchover-credentials-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keep = (name: string, text: string, mode = 0o600) => {
  writeFileSync(path.join(folder, name), text);
  chmodSync(path.join(folder, name), mode);
};
keep("token", "word\n");
keep("key", "line one\nline two\n");
keep("open", "word", 0o640);
keep(".not-a-credential", "");

const environment = {
  CREDENTIAL_DATABASE_1: "from a variable",
  CREDENTIAL_TOKEN: "not this one",
  CREDENTIAL_EMPTY: "",
};
const { read, names } = createCredentials(folder, environment);

describe("the credentials of a worker", () => {
  it.each([
    ["token", "word"],
    ["key", "line one\nline two"],
    ["database-1", "from a variable"],
  ])("are read from its files, and from its variables where there is no file: %s", async (name, value) => {
    expect(await read(name)).toBe(value);
  });

  it.each([
    ["nobody", /has no credential "nobody": put it into .*nobody, or into CREDENTIAL_NOBODY/],
    ["empty", /has no credential "empty"/],
    ["open", /can be read by others on this machine: chmod 600 it/],
    ["agent", /has no SSH agent: SSH_AUTH_SOCK is not set/],
  ])("are missed in a sentence: %s", async (name, sentence) => {
    await expect(read(name)).rejects.toThrow(sentence);
  });

  it("are listed by name", async () => {
    expect(await names()).toEqual(["database-1", "empty", "key", "open", "token"]);
    const elsewhere = createCredentials(path.join(folder, "none"), { SSH_AUTH_SOCK: "/run/agent" });
    expect([await elsewhere.names(), await elsewhere.read("agent")]).toEqual([["agent"], "/run/agent"]);
  });
});
