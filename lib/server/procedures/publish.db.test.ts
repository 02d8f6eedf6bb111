import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { db } from "#lib/server/db.ts";
import { procedureHash } from "#lib/server/procedures/canonical.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { downloadProcedure, listProcedures, readProcedure } from "#lib/server/procedures/read.ts";
import { chain, person, site } from "#lib/server/testing/runs.ts";

const ada = { name: "Ada" };
const newKey = () => `p-${randomUUID()}`;
const written = (key: string, title = "A chain") => stringify({ ...(chain(3) as object), key, title });

/** A drill or live run of a version that has ended, as a row. */
async function endedRun(procedure: { id: string; key: string }, how: { mode: string; status: string; endedAt: Date }) {
  const commander = await person("commander");
  const at = new Date("2026-01-01T00:00:00Z");
  await db().run.create({
    data: {
      ...how,
      id: randomUUID(),
      seq: 1,
      procedureId: procedure.id,
      procedureKey: procedure.key,
      type: "planned",
      sites: {},
      siteIds: [await site()],
      facts: {},
      commanderId: commander.id,
      commanderName: commander.name,
      exceptionCount: how.status === "completed_with_exceptions" ? 1 : 0,
      declaredAt: at,
      createdAt: at,
      startedAt: at,
    },
  });
}

describe("publishing", () => {
  it("makes version 1, then 2, with who did it", async () => {
    const key = newKey();
    const first = await publish(ada, written(key));
    expect(first).toMatchObject({
      key,
      version: 1,
      title: "A chain",
      stepCount: 3,
      publishedBy: "Ada",
      builtIn: false,
    });
    expect(first.hash).toBe(procedureHash(first.document));
    expect(await publish(ada, written(key, "Another title"))).toMatchObject({
      key,
      version: 2,
      title: "Another title",
    });
  });

  it("answers a document that is known already with its version, whoever sends it and however it is written", async () => {
    const key = newKey();
    const first = await publish(ada, written(key));
    await publish(ada, written(key, "Newer"));
    const json = JSON.stringify({ ...(chain(3) as object), title: "A chain", key });
    expect(await publish({ name: "Ben" }, json)).toEqual(first);
  });

  it("gives two at the same moment numbers of their own, and one document one version", async () => {
    const key = newKey();
    const different = await Promise.all(["a", "b", "c", "d", "e"].map((title) => publish(ada, written(key, title))));
    expect(different.map(({ version }) => version).toSorted()).toEqual([1, 2, 3, 4, 5]);
    const same = await Promise.all(Array.from({ length: 5 }, () => publish(ada, written(key, "the same"))));
    expect(same.map(({ version }) => version)).toEqual([6, 6, 6, 6, 6]);
  });

  it("refuses a faulty document with field and line, and stores nothing", async () => {
    const key = newKey();
    const faulty = written(key).replace("kind: manual", "kind: magic");
    await expect(publish(ada, faulty)).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path: "phases[0].steps[0].kind", line: expect.any(Number), message: expect.any(String) }] },
    });
    await expect(readProcedure(key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes the built-in procedure", async () => {
    const text = await readFile("procedures/disaster-recovery-switchover.yaml", "utf8");
    expect(await publish({ name: "built in", builtIn: true }, text)).toMatchObject({ stepCount: 17, builtIn: true });
  });
});

describe("reading procedures", () => {
  it("lists the latest of each, or all of one with the latest first", async () => {
    const key = newKey();
    await publish(ada, written(key));
    await publish(ada, written(key, "Newer"));
    const { procedures } = await listProcedures();
    expect(procedures.filter((one) => one.key === key)).toMatchObject([{ version: 2, title: "Newer" }]);
    expect((await listProcedures({ key, limit: 200 })).procedures.map(({ version }) => version)).toEqual([2, 1]);
    expect(await listProcedures({ key: "nothing", limit: 200 })).toEqual({ procedures: [], next: null });
  });

  it("finds a version by id and by hash, and the latest by key", async () => {
    const key = newKey();
    const first = await publish(ada, written(key));
    const second = await publish(ada, written(key, "Newer"));
    expect(await readProcedure(first.id)).toEqual(first);
    expect(await readProcedure(first.hash)).toEqual(first);
    expect(await readProcedure(key)).toEqual(second);
    for (const nothing of [randomUUID(), "0".repeat(64), "nothing"]) {
      await expect(readProcedure(nothing)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("tells which drill and which live run of any version last came to its end", async () => {
    const key = newKey();
    const first = await publish(ada, written(key));
    expect([first.lastDrill, first.lastLive]).toEqual([null, null]);
    const day = (n: number) => new Date(Date.UTC(2026, 1, n));
    await endedRun(first, { mode: "drill", status: "completed", endedAt: day(1) });
    await endedRun(first, { mode: "drill", status: "completed_with_exceptions", endedAt: day(2) });
    await endedRun(first, { mode: "drill", status: "aborted", endedAt: day(3) });
    await endedRun(first, { mode: "live", status: "completed", endedAt: day(4) });
    expect(await publish(ada, written(key, "Newer"))).toMatchObject({
      version: 2,
      lastDrill: { endedAt: day(2).toISOString(), procedureId: first.id, version: 1 },
      lastLive: { endedAt: day(4).toISOString(), version: 1 },
    });
  });

  it("gives the document as a file that is the same version when published again", async () => {
    const text = await readFile("procedures/disaster-recovery-switchover.yaml", "utf8");
    const version = await publish(ada, text);
    const file = await downloadProcedure(version.key);
    expect(file.headers.get("content-disposition")).toBe(
      `attachment; filename="${version.key}-v${version.version}.yaml"`,
    );
    expect(await publish(ada, await file.text())).toEqual(version);
  });
});
