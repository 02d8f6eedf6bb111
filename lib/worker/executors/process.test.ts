import { describe, expect, it, vi } from "vitest";
import { type Order, runProcess } from "#lib/worker/executors/process.ts";

const node = process.execPath;

function order(argv: string[], change: Partial<Order> = {}) {
  const written: { stream: string; text: string }[] = [];
  const asked: Order = {
    argv,
    timeoutSeconds: 30,
    variables: { SWITCHOVER_STEP: "7" },
    canceled: new AbortController().signal,
    onOutput: (stream, text) => written.push({ stream, text }),
    ...change,
  };
  return {
    asked,
    written,
    text: (stream: string) =>
      written
        .filter((w) => w.stream === stream)
        .map((w) => w.text)
        .join(""),
  };
}

/** A program that says its process ids, then waits until it is ended. */
const lasting = (more = "") => `
  const { spawn } = require("node:child_process");
  ${more}
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  console.log(process.pid + " " + child.pid);
  setInterval(() => {}, 1000);`;

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Cancels as soon as the program has said who it is. */
function cancelWhenRunning(program: string, change: Partial<Order> = {}) {
  const cancel = new AbortController();
  let pids: number[] = [];
  const { asked } = order([node, "-e", program], {
    canceled: cancel.signal,
    onOutput: (_, text) => {
      pids = text.trim().split(" ").map(Number);
      cancel.abort();
    },
    ...change,
  });
  return { ended: runProcess(asked), pids: () => pids };
}

describe("a command run as a process", () => {
  it("answers its exit code and what it wrote where", async () => {
    const { asked, text } = order([node, "-e", "console.log('to out'); console.error('to err'); process.exit(3)"]);
    expect(await runProcess(asked)).toEqual({ kind: "exited", code: 3 });
    expect(text("stdout")).toBe("to out\n");
    expect(text("stderr")).toBe("to err\n");
  });

  it("gets its arguments byte for byte, for no shell reads them", async () => {
    const args = ["a b", "$HOME", "`id`", "'\"", "*", "; exit 1", "", "日本\n語"];
    const { asked, text } = order([node, "-e", "console.log(JSON.stringify(process.argv.slice(1)))", "--", ...args]);
    await runProcess(asked);
    expect(JSON.parse(text("stdout"))).toEqual(args);
  });

  it("sees a clean environment: what it is told of its run, and nothing of ours", async () => {
    vi.stubEnv("A_SECRET_OF_OURS", "x");
    const { asked, text } = order([node, "-e", "console.log(JSON.stringify(process.env))"]);
    await runProcess(asked);
    expect(JSON.parse(text("stdout"))).toEqual({
      PATH: expect.any(String),
      LANG: "C.UTF-8",
      SWITCHOVER_STEP: "7",
    });
  });

  it("that is not there is known not to have run", async () => {
    expect(await runProcess(order(["/nowhere/such-a-program"]).asked)).toMatchObject({ kind: "not_run" });
    expect(await runProcess(order([]).asked)).toMatchObject({ kind: "not_run" });
  });

  it.each([
    ["below a file", ["/etc/passwd/program"]],
    ["with an argument that is too long", ["/bin/echo", "x".repeat(200_000)]],
    ["with a name that is too long", [`/${"x".repeat(5_000)}`]],
  ])("that cannot be begun %s is known not to have run", async (_, argv) => {
    expect(await runProcess(order(argv).asked)).toMatchObject({ kind: "not_run" });
  });

  it("ended by a signal of somebody else says so", async () => {
    const { asked } = order([node, "-e", "process.kill(process.pid, 'SIGKILL')"]);
    expect(await runProcess(asked)).toEqual({ kind: "signaled", signal: "SIGKILL" });
  });
});

describe("a command that has to be ended", () => {
  it("that takes too long is ended with its children", async () => {
    const { asked, text } = order([node, "-e", lasting()], { timeoutSeconds: 1 });
    expect(await runProcess(asked)).toEqual({ kind: "timed_out", gone: true });
    const pids = text("stdout").trim().split(" ").map(Number);
    expect(pids).toHaveLength(2);
    expect(pids.filter(alive)).toEqual([]);
  });

  it("that is canceled is ended with its children", async () => {
    const { ended, pids } = cancelWhenRunning(lasting());
    expect(await ended).toEqual({ kind: "canceled", gone: true });
    expect(pids().filter(alive)).toEqual([]);
  });

  it("that ignores SIGTERM is killed", { timeout: 20_000 }, async () => {
    const { ended, pids } = cancelWhenRunning(lasting("process.on('SIGTERM', () => {});"));
    expect(await ended).toEqual({ kind: "canceled", gone: true });
    expect(pids().filter(alive)).toEqual([]);
  });

  it("that leaves something running outside its group is not said to be gone", { timeout: 20_000 }, async () => {
    const { asked, text } = order([node, "-e", lasting().replace("stdio:", 'detached: true, stdio: "inherit", _:')], {
      timeoutSeconds: 1,
    });
    expect(await runProcess(asked)).toEqual({ kind: "timed_out", gone: false });
    process.kill(Number(text("stdout").trim().split(" ")[1]), "SIGKILL");
  });

  it("that was canceled before it began is not run", async () => {
    const { asked } = order([node, "-e", "console.log('ran')"], { canceled: AbortSignal.abort() });
    expect(await runProcess(asked)).toMatchObject({ kind: "not_run" });
  });
});
