import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { begunFromLine } from "#lib/domain/begun-from.ts";
import { db } from "#lib/server/db.ts";
import { procedureHash } from "#lib/server/procedures/canonical.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { downloadProcedure, listProcedures, readProcedure } from "#lib/server/procedures/read.ts";
import { chain, person, site } from "#lib/server/testing/runs.ts";

const ada = { name: "Ada" };
const newKey = () => `p-${randomUUID()}`;
const written = (key: string, title = "A chain") => stringify({ ...(chain(3) as object), key, title });

/** A drill or live run of a version that has ended, as a row. */
type Ended = { mode: string; status: string; endedAt: Date };

/** Of one step, done or skipped. */
async function endedRun(procedure: { id: string; key: string }, how: Ended, step = "completed") {
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
      steps: {
        create: { position: 0, number: "1", status: step, since: at, byId: commander.id, byName: commander.name },
      },
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

  it("undoes what somebody else published since a file was begun only when told to", async () => {
    const key = newKey();
    const first = await publish(ada, written(key));
    const file = await (await downloadProcedure(first.id)).text();
    const changed = (title: string) => file.replace("A chain", title);
    await publish(ada, changed("Safer"));
    const ben = { name: "Ben" };
    await expect(publish(ben, changed("By Ben"))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Ada published v2 since this document was begun from v1."),
      extras: { by: "Ada", latest: 2 },
    });
    expect(await publish(ben, file), "word for word it is the version that it was").toEqual(first);
    expect(await publish(ada, changed("Safer still")), "who goes on from their own file").toMatchObject({ version: 3 });
    await expect(publish(ben, changed("By Ben"), 2), "nobody has seen v3").rejects.toMatchObject({ code: "conflict" });
    expect(await publish(ben, changed("By Ben"), 3)).toMatchObject({ version: 4, title: "By Ben" });
    const elsewhere = file.replace(first.hash, "0".repeat(64));
    expect(await publish(ben, elsewhere.replace("A chain", "From elsewhere"))).toMatchObject({ version: 5 });
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

describe("a document that does not say what it was begun from", () => {
  it("takes nobody's key from them where it is not known what a document was begun from", async () => {
    const key = newKey();
    const first = await publish(ada, written(key, "Mail failover"));
    const ben = { name: "Ben" };
    const other = written(key, "Tape restore");
    const refused = {
      code: "conflict",
      message: `The key ${key} is in use: v1, "Mail failover", by Ada, would be replaced. Give the document another key, or publish over that one knowingly.`,
      extras: { by: "Ada", latest: 1, latestId: first.id },
    };
    await expect(publish(ben, other)).rejects.toMatchObject(refused);
    await expect(publish(ben, begunFromLine("0".repeat(64)) + other), "from elsewhere").rejects.toMatchObject(refused);
    expect(await readProcedure(key), "nothing was published").toEqual(first);
    expect(await publish(ben, other, 1), "knowingly").toMatchObject({ version: 2, title: "Tape restore" });
    expect(await publish(ben, written(key, "Tape restore, safer")), "over one's own").toMatchObject({ version: 3 });
    await expect(publish(ada, written(key, "Mail"), 2), "nobody has seen v3").rejects.toMatchObject({
      extras: { by: "Ben", latest: 3 },
    });
    expect(await publish(ben, written(newKey(), "Tape restore")), "another key").toMatchObject({ version: 1 });
  });

  it("says of what came with the product that it did, in place of who published it", async () => {
    const key = newKey();
    await publish({ name: "built in", builtIn: true }, written(key));
    await expect(publish(ada, written(key, "Ours"))).rejects.toThrow(/v1, "A chain", built in, would be replaced/);
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

  it("tells the newest version that was practised, also once an older one was drilled after it", async () => {
    const key = newKey();
    const first = await publish(ada, written(key));
    const second = await publish(ada, written(key, "Newer"));
    const day = (n: number) => new Date(Date.UTC(2026, 1, n));
    await endedRun(second, { mode: "drill", status: "completed", endedAt: day(1) });
    await endedRun(first, { mode: "drill", status: "completed", endedAt: day(2) });
    expect(await readProcedure(key)).toMatchObject({
      lastDrill: { version: 1, endedAt: day(2).toISOString() },
      newestDrill: { version: 2, endedAt: day(1).toISOString() },
      newestLive: null,
    });
  });

  it("does not take for practised what was skipped from the first step to the last", async () => {
    const key = newKey();
    const version = await publish(ada, written(key));
    const day = (n: number) => new Date(Date.UTC(2026, 1, n));
    const status = "completed_with_exceptions";
    await endedRun(version, { mode: "drill", endedAt: day(1), status }, "skipped");
    expect((await readProcedure(key)).lastDrill).toBeNull();
    await endedRun(version, { mode: "drill", endedAt: day(2), status }, "overridden");
    expect((await readProcedure(key)).newestDrill).toMatchObject({ version: 1, exceptions: 1 });
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
