import { describe, expect, it } from "vitest";
import { Procedure } from "#lib/domain/procedure.ts";
import { listRounds, listSiteRounds, readRound } from "#lib/server/checks/read.ts";
import { askWhatIsDue, createSchedule, deleteSchedule, listSchedules } from "#lib/server/checks/schedules.ts";
import { startCheck } from "#lib/server/checks/start.ts";
import { database, db } from "#lib/server/db.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { claimJobs } from "#lib/server/queue.ts";
import { oneCommand, person, published, site, started } from "#lib/server/testing/runs.ts";
import { boundSites } from "#lib/worker/bound-sites.ts";
import { createEquipment } from "#lib/worker/equipment.ts";
import { newIdentity, sayGoodbye, sayHello } from "#lib/worker/identity.ts";
import { runCheck } from "#lib/worker/run-check.ts";

/** Everything that is queued for the site, done by a worker for it alone. */
async function answer(siteId: string): Promise<void> {
  const worker = newIdentity([siteId]);
  const equipment = await createEquipment(worker, new AbortController().signal);
  for (const job of await claimJobs({ ...worker, place: equipment.place }, 10)) {
    if (job.kind === "check") await runCheck(equipment, job);
  }
  await equipment.close();
}

const precheck = (script: string) => ({
  precheck: { that: { look: "command", argv: ["/bin/sh", "-c", script] }, everySeconds: 1, timeoutSeconds: 1 },
});

describe("a check of a procedure at its sites", () => {
  it("waits for the workers, and then says what is ready, by whom, and when", async () => {
    const source = await site();
    const procedureId = await published(oneCommand(["/bin/true"]));
    const asked = await startCheck("somebody", { procedureId, sites: { source } });
    const waits = { result: null, waitingFor: [expect.stringMatching(/^site-/)], askedBy: "somebody" };
    expect(asked).toMatchObject({ ...waits, lookedAt: [] });
    expect(asked.results).toMatchObject([
      { what: "A worker answers", result: "failed", message: expect.stringMatching(/^No worker answers for site-/) },
    ]);
    await answer(source);
    const found = await readRound(asked.id);
    expect(found.waitingFor).toEqual([]);
    expect(found.results).toContainEqual(
      expect.objectContaining({ step: "1", what: "Program /bin/true", result: "passed", worker: expect.any(String) }),
    );
    // That nobody answered is over now.
    expect(found.results).toContainEqual(expect.objectContaining({ what: "A worker answers", result: "passed" }));
    expect(found.result).toBe("passed");
  });

  it("passes when a worker answers and everything is there", async () => {
    const source = await site();
    const worker = newIdentity([source]);
    await sayHello(worker);
    const procedureId = await published(oneCommand(["/bin/true"], {}, precheck("exit 0")));
    const { id } = await startCheck("somebody", { procedureId, sites: { source } });
    await answer(source);
    await sayGoodbye(worker);
    expect(await readRound(id)).toMatchObject({ result: "passed" });
  });

  it("looks once more each time it is asked, and changes nothing", async () => {
    const source = await site();
    const procedureId = await published(oneCommand(["/no/such/program"], {}, precheck("echo not ready; exit 3")));
    const rounds = [];
    for (const _ of [1, 2]) {
      const { id } = await startCheck("somebody", { procedureId, sites: { source } });
      await answer(source);
      rounds.push(await readRound(id));
    }
    for (const { results } of rounds) {
      expect(results).toContainEqual(
        expect.objectContaining({ step: "1", what: "Program /no/such/program", result: "failed" }),
      );
      expect(results).toContainEqual(
        expect.objectContaining({
          step: "1",
          what: "Precheck",
          result: "failed",
          message: expect.stringContaining("3"),
        }),
      );
    }
    const listed = await listRounds({ procedure: procedureId, limit: 10 });
    expect(listed.rounds.map(({ id }) => id)).toEqual(rounds.map(({ id }) => id).reverse());
    expect((await database().pool.query("select 1 from run")).rowCount).toBe(0);
  });

  it("names the site that is missing", async () => {
    const procedureId = await published(oneCommand(["/bin/true"]));
    await expect(startCheck("somebody", { procedureId, sites: {} })).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("source"),
    });
  });

  it("names the parameter that a site does not say", async () => {
    const source = await site();
    const procedureId = await published(oneCommand(["/bin/echo"], { argv: ["/bin/echo", { site: "volume" }] }));
    const { results } = await startCheck("somebody", { procedureId, sites: { source } });
    expect(results).toContainEqual(
      expect.objectContaining({ step: "1", result: "failed", message: expect.stringContaining("volume") }),
    );
  });
});

it("a check of a procedure names the decision that nobody could take, until somebody can", async () => {
  const source = await site();
  const gate = { kind: "approval", by: { group: "change board" } };
  const procedureId = await published(oneCommand(["/bin/true"], {}, { gate }));
  const found = async () => (await startCheck("somebody", { procedureId, sites: { source } })).results;
  const what = "People to decide";
  expect(await found()).toContainEqual(
    expect.objectContaining({
      ...{ what, step: "1", result: "failed" },
      message: "Nobody is in the group change board, which is asked.",
    }),
  );
  const { id } = await person("operator");
  await db().user.update({ where: { id }, data: { groups: ["change board"] } });
  expect(await found()).toContainEqual(expect.objectContaining({ what, step: null, result: "passed" }));
  await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await found()).toContainEqual(expect.objectContaining({ what, step: "1", result: "failed" }));
});

it("a check of a site alone is told with the other sites' latest, and no check of a procedure there", async () => {
  const [asked, never] = [await site(), await site()];
  await startCheck("somebody", { siteId: asked });
  const latest = await startCheck("somebody", { siteId: asked });
  const procedureId = await published(oneCommand(["/bin/true"]));
  for (const source of [asked, never]) await startCheck("somebody", { procedureId, sites: { source } });
  const { sites } = await listSiteRounds();
  const of = (id: string) => sites.filter((one) => one.site === id).map(({ round }) => round.id);
  expect([of(asked), of(never)]).toEqual([[latest.id], []]);
  const { rounds } = await listRounds({ site: asked, limit: 10 });
  expect(rounds).toHaveLength(2);
});

it("a check of one step of a run is told of that step, and is none of the whole run", async () => {
  const { id: run } = await started(await person("commander"), oneCommand(["/bin/true"]));
  const whole = await startCheck("somebody", { run });
  const ofStep = await startCheck("somebody", { run, step: "1" });
  const of = async (step?: string) =>
    (await listRounds({ run, ...(step && { step }), limit: 10 })).rounds.map(({ id }) => id);
  expect([await of(), await of("1"), await of("2")]).toEqual([[whole.id], [ofStep.id, whole.id], [whole.id]]);
});

describe("a scheduled check", () => {
  it("is asked once when its time has come, whoever looks, and never after it was stopped", async () => {
    const commander = await person("commander");
    const source = await site();
    const procedureId = await published(oneCommand(["/bin/true"]));
    const { key } = await db().procedureVersion.findUniqueOrThrow({ where: { id: procedureId } });
    const wish = { procedureKey: key, sites: { source }, everySeconds: 3_600 };
    const { id } = await createSchedule(commander, wish);
    await Promise.all([askWhatIsDue(), askWhatIsDue(), askWhatIsDue()]);
    const rounds = async () => (await listRounds({ procedure: key, limit: 10 })).rounds;
    expect(await rounds()).toMatchObject([{ askedBy: "schedule" }]);
    const due = () =>
      database().pool.query("update check_schedule set next_at = clock_timestamp() - interval '1 ms' where id = $1", [
        id,
      ]);
    await due();
    await askWhatIsDue();
    expect(await rounds()).toHaveLength(2);
    const { document } = await db().procedureVersion.findUniqueOrThrow({ where: { id: procedureId } });
    const { roles, ...rest } = Procedure.parse(document);
    const witness = { key: "witness", title: "Witness" };
    const next = await publish({ name: "Zoe" }, JSON.stringify({ ...rest, roles: [...roles, witness] }), 1);
    await due();
    await askWhatIsDue();
    const [unfit] = await rounds();
    expect(unfit, "the new version needs one site more").toMatchObject({
      ...{ procedureId: next.id, askedBy: "schedule", result: "failed", waitingFor: [] },
      results: [{ what: "The sites of the schedule", result: "failed", site: null, step: null }],
    });
    expect((await listRounds({ procedure: procedureId, limit: 10 })).rounds, "of the version alone").toHaveLength(2);
    await due();
    await deleteSchedule(commander, id);
    await askWhatIsDue();
    expect(await rounds()).toHaveLength(3);
    expect(await listSchedules({ procedure: key })).toEqual({ schedules: [] });
  });

  it("of a procedure or at a site that is not there is refused", async () => {
    const commander = await person("commander");
    const wish = { procedureKey: "no-such", sites: {}, everySeconds: 3_600 };
    await expect(createSchedule(commander, wish)).rejects.toMatchObject({ code: "not_found" });
    const procedureId = await published(oneCommand(["/bin/true"]));
    const { key } = await db().procedureVersion.findUniqueOrThrow({ where: { id: procedureId } });
    await expect(createSchedule(commander, { ...wish, procedureKey: key })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

describe("--sites", () => {
  it("takes names and keys, and says which one is not there", async () => {
    const id = await site();
    const { key } = await db().site.findUniqueOrThrow({ where: { id } });
    expect(await boundSites(` ${key.toUpperCase()} ,`)).toEqual([id]);
    expect(await boundSites(undefined)).toBeNull();
    await expect(boundSites(`${key},Atlantis`)).rejects.toThrow('There is no site "Atlantis". There are:');
    await expect(boundSites(" , ")).rejects.toThrow("--sites names no site");
  });
});
