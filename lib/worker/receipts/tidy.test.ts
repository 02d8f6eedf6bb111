import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ProcessWork } from "#lib/domain/way/command.ts";
import type { Order } from "#lib/worker/executor.ts";
import { createProcessExecutor } from "#lib/worker/executors/process.ts";
import { folderOf, readReceipt } from "#lib/worker/receipts/receipt.ts";
import { tidyReceipts } from "#lib/worker/receipts/tidy.ts";
import { orderOf } from "#lib/worker/testing/orders.ts";

const folder = mkdtempSync(path.join(tmpdir(), "switchover-tidy-"));
const executor = createProcessExecutor(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sh = (script: string): ProcessWork => ({ way: "process", argv: ["/bin/sh", "-c", script] });
const order = (work: ProcessWork, change: Partial<Order<ProcessWork>> = {}) => orderOf(work, change);
const run = (work: ProcessWork, change: Partial<Order<ProcessWork>> = {}) => executor.run(order(work, change));
const receiptOf = ({ id }: Pick<Order<ProcessWork>, "id">, name: string) =>
  readFileSync(path.join(folderOf(folder, id), name), "utf8");
const inDays = (days: number) => Date.now() + days * 86_400_000;

describe("receipts", () => {
  it("are removed when they are older than 30 days, and never taken for those of what was not begun", async () => {
    const given = order(sh("exit 0"));
    await executor.run(given);
    await tidyReceipts(folder, inDays(29));
    expect(receiptOf(given, "exit")).toBe("0\n");
    await tidyReceipts(folder, inDays(31));
    expect(() => receiptOf(given, "exit")).toThrow(/ENO/);
    expect(await executor.ask?.(given)).toMatchObject({
      kind: "unreachable",
      message: expect.stringContaining("removed"),
    });
    const again = await run(given.work, { id: { ...given.id, attempt: 2 } });
    expect(again).toMatchObject({ ended: { kind: "not_run", message: expect.stringContaining("removed") } });
  });

  it("are kept as long as their command runs", async () => {
    const given = order(sh("echo on; sleep 60"));
    const running = executor.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    await tidyReceipts(folder, inDays(31));
    expect(await readReceipt(folderOf(folder, given.id))).toMatchObject({ kind: "begun" });
    given.cancel();
    expect(await running).toMatchObject({ ended: { kind: "canceled", gone: true } });
  });

  it("of what a probe looked at are removed after a day", async () => {
    const given = order(sh("exit 0"), { id: { runId: "look-1", step: "0", attempt: 1 } });
    await executor.run(given);
    await tidyReceipts(folder, inDays(2));
    expect(existsSync(path.join(folder, "look-1"))).toBe(false);
  });

  it("cannot be kept in a place that is no folder, and so nothing is run", async () => {
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    const given = order(sh("echo ran"));
    const nowhere = createProcessExecutor(file);
    expect(await nowhere.run(given)).toMatchObject({ ended: { kind: "not_run" } });
    expect(given.written.stdout).toBe("");
    expect(await nowhere.ask?.(given)).toMatchObject({ kind: "unreachable" });
    expect(await nowhere.check(given.work, given.hidden, AbortSignal.timeout(10_000))).toContainEqual(
      expect.objectContaining({ result: "failed", message: `${file} cannot be written.` }),
    );
  });
});
