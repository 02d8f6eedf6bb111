import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { SshWork } from "#lib/domain/way/command.ts";
import { askScript, checkScript, killScript, runScript, tidyScript } from "#lib/worker/ssh/scripts.ts";

const folder = mkdtempSync(path.join(tmpdir(), "switchover-scripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const receipts = path.join(folder, "it's a $HOME");
const work = (...argv: string[]): SshWork => ({
  way: "ssh",
  argv,
  to: { host: "here", port: 22, user: "me", hostKeys: ["ssh-ed25519 AAAA"], credential: "key", receipts },
});
const idOf = (attempt = 1, runId: string = randomUUID()) => ({ runId, step: "1", attempt });
const word = "the-last-word";

function readBy(shell: string) {
  const does = (script: string) => {
    const { status, stdout, stderr } = spawnSync(shell, ["-s"], { input: script, encoding: "utf8" });
    const [written, last] = stderr.split(`\n${word} `);
    return { status, stdout, stderr: written, last: last?.trim() };
  };
  const run = (given: SshWork, id = idOf(), variables: Record<string, string> = {}) =>
    does(runScript(given, variables, { id, word }));
  return { does, run };
}

const SHELLS = ["sh", "dash", "bash"];

describe.each(SHELLS)("the script of a command, read by %s", (shell) => {
  const { does, run } = readBy(shell);

  it("runs it, and says nothing but what it says", () => {
    const script = 'printf %s "$0 $A"; echo oh >&2; sleep 0.3; umask; exit 3';
    const id = idOf();
    const told = { status: 0, stdout: "it's $HOME *0022\n", stderr: "oh\n", last: "exit 3" };
    expect(run(work("/bin/sh", "-c", `umask 022; ${script}`, "it's"), id, { A: "$HOME *" })).toEqual(told);
    expect(does(askScript(work(), { id, word }))).toEqual(told);
    expect(does(killScript(work(), { id, word })).last).toBe("gone");
  });

  it("leaves it its own environment and umask", () => {
    const plain = spawnSync(shell, ["-c", "umask"], { encoding: "utf8" }).stdout;
    expect(run(work("/bin/sh", "-c", "umask")).stdout).toBe(plain);
    const { stdout } = run(work("env"));
    expect(stdout.split("\n").filter((line) => /^[a-z]=/.test(line))).toEqual([]);
  });

  it("runs the program of a name and not what a shell has under it", () => {
    expect(run(work("export", "A=1")).last).toBe("missing export");
    expect(run(work("/etc/passwd")).last).toBe("missing /etc/passwd");
    expect(run(work("echo", "a\\tb")).stdout).toBe("a\\tb\n");
  });

  it("does nothing when it did not arrive whole", () => {
    const effect = path.join(folder, randomUUID());
    const whole = runScript(work("/usr/bin/touch", effect), {}, { id: idOf(), word });
    for (let length = 0; length < whole.length - 1; length += 97) does(whole.slice(0, length));
    does(whole.slice(0, -1));
    expect(existsSync(effect)).toBe(false);
    expect(does(whole).last).toBe("exit 0");
    expect(existsSync(effect)).toBe(true);
  });
});

describe.each(SHELLS)("the scripts about an attempt, read by %s", (shell) => {
  const { does, run } = readBy(shell);

  it("forbid by asking or ending what has not begun", () => {
    for (const script of [askScript, killScript]) {
      const id = idOf();
      if (script === killScript) expect(does(askScript(work(), { id, word })).last).toBe("unbegun");
      expect(does(script(work(), { id, word })).last).toBe("unbegun");
      expect(run(work("echo", "ran"), id)).toMatchObject({ stdout: "", last: "claimed" });
    }
  });

  it("refuse an older attempt, and say so when a receipt cannot be written", () => {
    const newer = idOf(10);
    expect(run(work("true"), newer).last).toBe("exit 0");
    expect(run(work("true"), idOf(9, newer.runId)).last).toBe("superseded 10");
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    const nowhere = { ...work("true"), to: { ...work().to, receipts: file } };
    expect(run(nowhere).last).toMatch(/^error the receipt cannot be written in/);
    expect(does(checkScript(nowhere, { id: idOf(), word })).last).toBe(`program unwritable ${file}`);
    expect(does(checkScript(work("no-such"), { id: idOf(), word })).last).toBe(`noprogram writable ${receipts}`);
  });

  it("keep no receipt of a look, and of what is old only how it ended", () => {
    const look = idOf(1, `look-${randomUUID()}`);
    expect(run(work("true"), look).last).toBe("exit 0");
    expect(existsSync(path.join(receipts, look.runId))).toBe(false);
    const id = idOf();
    run(work("echo", "old"), id);
    const place = path.join(receipts, id.runId, "1", "1");
    const before = new Date(Date.now() - 32 * 86_400_000);
    utimesSync(path.join(place, "out"), before, before);
    expect(does(tidyScript(work(), { id, word })).last).toBe("tidied");
    expect(["out", "err", "exit", "pid"].map((name) => existsSync(path.join(place, name)))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(does(askScript(work(), { id, word }))).toMatchObject({ stdout: "", stderr: "", last: "exit 0" });
  });
});
