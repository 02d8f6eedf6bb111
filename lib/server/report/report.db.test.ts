import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Report } from "#lib/domain/report/report.ts";
import { inZone } from "#lib/server/language.ts";
import { verifyRun } from "#lib/server/record/verify-run.ts";
import { downloadReport, readReport } from "#lib/server/report/report.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { appendOutput } from "#lib/server/runs/output.ts";
import { newSigningKey, sealedRun } from "#lib/server/testing/record.ts";
import { chain, oneCommand, person, started } from "#lib/server/testing/runs.ts";
import { asOwner } from "#lib/server/testing/spoil-record.ts";

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
  it("has the last hash of its log, what the verifier found of it, and which key signed it up to where", async () => {
    const key = newSigningKey();
    const id = await sealedRun(1, key);
    const { head, events } = await verifyRun(id);
    const file = async (format: "html" | "json" | "csv") => (await downloadReport({ id, format })).text();
    const report = Report.parse(JSON.parse(await file("json")));
    expect(report.record).toMatchObject({
      head,
      verifiedAt: expect.any(String),
      verdict: { holds: true, events, head, seals: [{ seq: events, fingerprint: key.fingerprint }] },
    });
    const html = await file("html");
    for (const words of [head, key.fingerprint, "The record holds."]) expect(html).toContain(words);
    expect(await file("csv")).toContain(`,${events},${head},`);
    expect((await readReport(id)).record, "what is only shown was not verified").toEqual({
      head,
      verifiedAt: null,
      verdict: null,
    });
  });

  it("says that its log does not hold where it was changed", async () => {
    const id = await sealedRun(1);
    await asOwner(async (tx) => {
      await tx.query(`update run_event set actor = actor || '{"name": "Nobody"}' where run_id = $1 and seq = 3`, [id]);
      await tx.query("commit; begin");
    });
    const html = await (await downloadReport({ id, format: "html" })).text();
    expect(html).toContain("The record this is drafted from does not hold.");
    expect(html).toContain("Event 3: ");
    const auditor = await person("auditor");
    await expect(execute(auditor, id, { type: "report.sign_off", as: "Auditor" })).rejects.toMatchObject({
      code: "refused",
      extras: { rejection: "record_spoilt" },
    });
    const finding = { finding: randomUUID(), text: "Event 3 was changed", owner: "Mei" };
    await expect(execute(auditor, id, { type: "finding.add", ...finding })).resolves.toBeDefined();
  });

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
