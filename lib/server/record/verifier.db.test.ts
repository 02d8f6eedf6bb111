import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { bundleLines } from "#lib/server/record/bundle.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { newSigningKey, sealedRun } from "#lib/server/testing/record.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

const folder = mkdtempSync(path.join(inject("folder"), "bundles-"));
let files = 0;

/** Runs the verifier as an auditor does: plain Node.js, a file, nothing else around. */
function verify(lines: readonly string[], ...args: string[]): { code: number | null; said: string } {
  files += 1;
  const file = path.join(folder, `${files}.jsonl`);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve("public/verify.mjs"), file, ...args], {
    cwd: folder,
    env: { NODE_ENV: "production" },
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

const bundle = (id: string): Promise<string[]> => Array.fromAsync(bundleLines(id));

describe("the verifier", () => {
  it("holds a signed record, names the key, and says what it does not prove", async () => {
    const key = newSigningKey();
    const { code, said } = verify(await bundle(await sealedRun(2, key)), "--key", key.fingerprint);
    expect([code, said.includes("the record HOLDS"), said.includes(key.fingerprint)]).toEqual([0, true, true]);
    expect(said).toContain("That what was recorded is what was done");
  });

  it("believes no other key than the one it is told", async () => {
    const lines = await bundle(await sealedRun(1));
    expect(verify(lines).code).toBe(0);
    const { code, said } = verify(lines, "--key", newSigningKey().fingerprint);
    expect([code, said.includes("by another key")]).toEqual([1, true]);
  });

  it.each<[string, (lines: string[], other: string[]) => string[], string]>([
    [
      "a byte of an event",
      (lines) => lines.map((line, i) => (i === 4 ? line.replace("hand", "hund") : line)),
      "event 4: was changed",
    ],
    ["the last line", (lines) => lines.slice(0, -1), "cut off"],
    ["the signature", (lines) => lines.filter((line) => !line.includes('"seal"')), "no right signature"],
    ["the key", (lines) => lines.filter((line) => !line.startsWith('{"key"')), "is missing"],
    [
      "the procedure",
      (lines) => lines.map((line) => line.replace("A chain of steps", "Another")),
      "is not the one that was run",
    ],
    ["an event that is repeated", (lines) => [...lines.slice(0, 4), ...lines.slice(3)], "event 4: was changed"],
    ["the head line", (lines) => lines.slice(1), "no bundle of the format"],
    ["a line that is no JSON", (lines) => [...lines.slice(0, 2), "hello", ...lines.slice(2)], "line 3 is not JSON"],
    ["a line that is nothing", (lines) => [...lines.slice(0, 2), "null", ...lines.slice(2)], "line 3 is no part"],
    ["another label", (lines) => lines.map((line) => line.replace(/"R-\d+"/, '"R-0000"')), "its log is that of R-"],
    [
      "a missing procedure",
      (lines) => lines.filter((line) => !line.startsWith('{"procedure"')),
      "procedure is missing",
    ],
    [
      "another procedure before the events",
      (lines) => lines.toSpliced(1, 0, '{"procedure":{"title":"Another"}}'),
      "more than one procedure",
    ],
    ["something after the end", (lines) => [...lines, "{}"], "after the end"],
    ["events of another run", (lines, other) => [...lines.slice(0, 1), ...other.slice(1)], "belongs to another run"],
  ])("finds %s", async (_, spoil, words) => {
    const [lines, other] = [await bundle(await sealedRun(2)), await bundle(await sealedRun(2))];
    const { code, said } = verify(spoil(lines, other));
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
  });
});

describe("the verifier of any file", () => {
  it("holds an open run and says that it is not signed yet", async () => {
    const { id } = await started(await person("commander"), chain(1));
    const { code, said } = verify(await bundle(id));
    expect([code, said]).toEqual([0, expect.stringContaining("the run is not over")]);
  });

  it("reads whatever people write, and lines that end as on Windows", async () => {
    const commander = await person("commander");
    const { id } = await started(commander, chain(1));
    const text = "one\u2028two\u2029three\u0085four\rfive\nsix \ufeff 東京 🗼";
    await execute(commander, id, { type: "note.add", text });
    const lines = await bundle(id);
    expect(verify(lines).code).toBe(0);
    expect(verify(lines.map((line) => `${line}\r`)).code).toBe(0);
  });

  it.each([
    ["no file", []],
    ["a file that is not there", ["nothing.jsonl"]],
    ["a key that is none", ["x", "--key", "abc"]],
  ])("ends with 2 when it is given %s", (_, args) => {
    expect(spawnSync(process.execPath, [path.resolve("public/verify.mjs"), ...args], { cwd: folder }).status).toBe(2);
  });
});
