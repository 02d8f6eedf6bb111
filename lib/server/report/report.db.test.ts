import { describe, expect, it } from "vitest";
import { inZone } from "#lib/server/language.ts";
import { downloadReport, readReport } from "#lib/server/report/report.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { appendOutput } from "#lib/server/runs/output.ts";
import { chain, oneCommand, person, started } from "#lib/server/testing/runs.ts";

const worker = { kind: "worker", id: "w", name: "w" } as const;

/** What stands in the report of a command that wrote this. */
async function reported(text: string): Promise<string | undefined> {
  const commander = await person("commander");
  const { id } = await started(commander, oneCommand(["/bin/true"]));
  await execute(commander, id, { type: "step.start", step: "1" });
  const of = { step: "1", attempt: 1 };
  await execute(worker, id, { type: "attempt.begin", ...of });
  await appendOutput({ runId: id, ...of }, [{ piece: 1, at: new Date().toISOString(), stream: "stdout", text }]);
  const output = { lines: 1, bytes: Buffer.byteLength(text), truncated: false, sha256: "0".repeat(64) };
  const result = { kind: "exited", code: 0 } as const;
  await execute(worker, id, { type: "attempt.finish", ...of, result, durationMs: 1, output });
  return (await readReport(id)).commands[0]?.output?.text;
}

it("a report has what a command wrote, and says where it cuts it off, between whole characters", async () => {
  expect(await reported("x".repeat(20_000))).toBe("x".repeat(20_000));
  const cut = await reported(`${"🗼".repeat(20_000)}y`);
  expect(cut).toBe(`${"🗼".repeat(20_000)}\n[cut: the rest is beside the attempt]`);
});

describe("the report as a file", () => {
  const saved = async (format: "html" | "json" | "csv", zone?: string) => {
    const commander = await person("commander");
    const { id } = await started(commander, chain(1));
    await execute(commander, id, { type: "step.skip", step: "1", reason: "not today" });
    return inZone("Europe/Berlin", async () => (await downloadReport({ id, format, zone })).text());
  };

  it("tells times in the zone that was asked for, or in the reader's, beside UTC", async () => {
    expect(await saved("html", "Asia/Tokyo")).toMatch(/\d UTC \([\d :-]+ JST\)/);
    expect(await saved("html")).toMatch(/\d UTC \([\d :-]+ CES?T\)/);
  });

  it.each(["json", "csv"] as const)("is in UTC alone for programs: %s", async (format) => {
    expect(await saved(format, "Asia/Tokyo")).not.toMatch(/JST|CES?T/);
  });
});
