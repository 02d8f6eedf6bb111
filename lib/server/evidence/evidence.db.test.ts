import { createHash, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { database } from "#lib/server/db.ts";
import { attachFile, downloadEvidence } from "#lib/server/evidence/evidence.ts";
import { mediaTypeOf } from "#lib/server/evidence/media-type.ts";
import { verifyIn, verifyRun } from "#lib/server/record/verify-run.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000", "hex");
const bytes = (text: string) => Buffer.from(text);

async function given() {
  const operator = await person("operator");
  const { id } = await started(await person("commander"), chain(2));
  const put = (name: string, content: Uint8Array, file: string = randomUUID(), number = "1") =>
    attachFile(operator, { id, number, name, file }, content);
  const files = async () =>
    (await database().pool.query("select id from evidence_file where run_id = $1", [id])).rowCount;
  return { operator, id, put, files };
}

describe("a file attached to a step", () => {
  it("is stored with the event that names its digest, and given back as it was", async () => {
    const { id, put } = await given();
    const file = randomUUID();
    await put("screen.png", PNG, file);
    const sha256 = createHash("sha256").update(PNG).digest("hex");
    expect((await readRun(id)).run.steps[0]?.attached).toMatchObject([
      { kind: "file", id: file, name: "screen.png", mediaType: "image/png", bytes: PNG.length, sha256 },
    ]);
    const answer = await downloadEvidence({ id, file });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
  });

  it("under the same id twice is attached once", async () => {
    const { put, files } = await given();
    const file = randomUUID();
    const first = await put("a.txt", bytes("hello"), file);
    expect(await put("a.txt", bytes("hello"), file)).toEqual({ ...first, repeated: true });
    await expect(put("a.txt", bytes("other"), file)).rejects.toMatchObject({ code: "key_reused" });
    expect(await files()).toBe(1);
  });

  it("that is refused is not stored either", async () => {
    const { put, files } = await given();
    await expect(put("a.txt", bytes("x"), randomUUID(), "9")).rejects.toMatchObject({ code: "refused" });
    await expect(put("a.txt", bytes(""))).rejects.toMatchObject({ code: "invalid_request" });
    expect(await files()).toBe(0);
  });

  it("is part of the record: changed or taken away, it is found at its event", async () => {
    const { id, put } = await given();
    const { seq } = await put("a.txt", bytes("what was seen"));
    expect((await verifyRun(id)).holds).toBe(true);
    for (const edit of ["update evidence_file set content = 'x'", "delete from evidence_file"]) {
      const tx = await database().pool.connect();
      await tx.query("begin; set local session_replication_role = replica");
      await tx.query(`${edit} where run_id = $1`, [id]);
      expect((await verifyIn(tx, id)).faults[0]?.seq).toBe(seq);
      await tx.query("rollback");
      tx.release();
    }
  });
});

describe("what a file is", () => {
  it.each<[string, Uint8Array, string]>([
    ["a PNG", PNG, "image/png"],
    ["a JPEG", Buffer.from("ffd8ffe0", "hex"), "image/jpeg"],
    ["a GIF", bytes("GIF89a"), "image/gif"],
    ["a WebP", bytes("RIFF0000WEBPVP8 "), "image/webp"],
    ["text", bytes("so far\r\n\tso good, 東京"), "text/plain"],
    ["HTML, which is text and never more", bytes("<script>alert(1)</script>"), "text/plain"],
    ["SVG, which is text and never an image", bytes("<svg onload='alert(1)'/>"), "text/plain"],
    ["text that is no UTF-8", Buffer.from("c328", "hex"), "application/octet-stream"],
    ["a program", Buffer.from("7f454c4600", "hex"), "application/octet-stream"],
  ])("%s", (_, content, type) => expect(mediaTypeOf(content)).toBe(type));

  it.each([
    ["live", "LIVE"],
    ["drill", "DRILL"],
  ] as const)("is saved under a name that says first of which run it is, %s", async (mode, first) => {
    const { id, number } = await started(await person("commander"), chain(1), mode);
    const file = randomUUID();
    await attachFile(await person("operator"), { id, number: "1", name: "screen.png", file }, PNG);
    const { headers } = await downloadEvidence({ id, file });
    expect(headers.get("content-disposition")).toBe(`inline; filename*=UTF-8''${first}-${runLabel(number)}-screen.png`);
  });

  it("is never what its name says, and only images and text are shown", async () => {
    const { id, put } = await given();
    const [page, program] = [randomUUID(), randomUUID()];
    await put("evil.png", bytes("<script>alert(1)</script>"), page);
    await put('tool"; x=.exe', Buffer.from("00ff00", "hex"), program);
    const shown = await downloadEvidence({ id, file: page });
    expect([shown.headers.get("content-type"), shown.headers.get("content-security-policy")]).toEqual([
      "text/plain; charset=utf-8",
      expect.stringContaining("sandbox"),
    ]);
    const { headers } = await downloadEvidence({ id, file: program });
    expect([headers.get("content-type"), headers.get("content-disposition")]).toEqual([
      "application/octet-stream",
      expect.stringMatching(/^attachment; filename\*=UTF-8''LIVE-R-\d+-tool%22%3B%20x%3D.exe$/),
    ]);
  });
});
