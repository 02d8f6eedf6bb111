import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NewRun } from "#lib/contract/runs.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { database } from "#lib/server/db.ts";
import { changeUser } from "#lib/server/people/users.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { publish } from "#lib/server/procedures/publish.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { listRuns, readLog, readRun } from "#lib/server/runs/read.ts";
import { chain, person, published, site } from "#lib/server/testing/runs.ts";

const twoPlaces = {
  ...(chain(2) as object),
  roles: [
    { key: "source", title: "Source" },
    { key: "destination", title: "Destination" },
  ],
  facts: [{ key: "source_operating", label: "Source operating", question: "Is the source operating?" }],
};

async function wanted(): Promise<NewRun> {
  return {
    procedureId: await published(twoPlaces),
    mode: "drill",
    type: "unplanned",
    sites: { source: await site(), destination: await site({ export: ["/bin/export", "--all"] }) },
    facts: { source_operating: "no" },
    rtoSeconds: 14_400,
    start: false,
  };
}

describe("creating a run", () => {
  it("leaves a draft that its creator commands, with the sites as they are now", async () => {
    const commander = await person("commander");
    const input = await wanted();
    const { run, procedure } = await createRun(commander, input);
    expect(run).toMatchObject({ status: "draft", mode: "drill", rtoSeconds: 14_400, seq: 1 });
    expect(run.commander).toEqual({ id: commander.id, name: commander.name });
    expect(run.sites.destination?.parameters).toEqual({ export: ["/bin/export", "--all"] });
    expect(run.facts).toEqual({ source_operating: "no" });
    expect(procedure.id).toBe(input.procedureId);
    expect(fold((await readLog(run.id, { limit: 200 })).events)).toEqual(run);
  });

  it("and starting it at once declares it and readies its first step", async () => {
    const { run } = await createRun(await person("commander"), { ...(await wanted()), start: true });
    expect(run.status).toBe("in_progress");
    expect(run.declaredAt).toBe(run.startedAt);
    expect(run.steps[0]?.status).toBe("ready");
  });

  it("of a version after which another was published, unseen by its creator, asks them first", async () => {
    const commander = await person("commander");
    const wish = { ...(await wanted()), id: randomUUID() };
    const first = wish.procedureId;
    const next = { ...(await frozenProcedure(first)), description: "As it is today" };
    const made = await createRun(commander, { ...wish, latestSeen: first });
    const { id: latest } = await publish({ name: "Zoe" }, JSON.stringify(next), 1);
    const late = { ...wish, id: randomUUID(), latestSeen: first };
    const told = "v2 of this procedure was published meanwhile. Choose it, or press again for this one.";
    await expect(createRun(commander, late)).rejects.toMatchObject({ code: "conflict", message: told });
    await expect(readRun(late.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await createRun(commander, { ...late, latestSeen: latest })).run.procedureId).toBe(first);
    const again = await createRun(commander, { ...wish, latestSeen: first });
    expect(again.run.id, "pressed again after a lost answer").toBe(made.run.id);
  });

  it("with the same id twice gives the same run; somebody else's id is a conflict", async () => {
    const commander = await person("commander");
    const input = { ...(await wanted()), id: randomUUID() };
    const [one, two] = await Promise.all([createRun(commander, input), createRun(commander, input)]);
    expect(two.run).toEqual(one.run);
    await expect(createRun(await person("commander"), input)).rejects.toMatchObject({ code: "conflict" });
    await expect(createRun(commander, { ...input, mode: "live" })).rejects.toMatchObject({ code: "conflict" });
    const live = { ...(await wanted()), id: randomUUID(), mode: "live", start: true } as const;
    const both = await Promise.all([createRun(commander, live), createRun(commander, live)]);
    expect(both[1].run).toEqual(both[0].run);
    expect((await createRun(commander, live)).run).toEqual(both[0].run);
  });

  it.each([
    ["a role without a site", { sites: {} }, "sites.source"],
    ["a role that is none", { facts: {}, sites: { elsewhere: randomUUID() } }, "sites.elsewhere"],
    ["a fact that is none", { facts: { rain: "yes" } }, "facts.rain"],
    ["a declaration in the future", { declaredAt: "2999-01-01T00:00:00.000Z" }, "declaredAt"],
  ] as const)("refuses %s and names the field", async (_, change, path) => {
    const input = { ...(await wanted()), ...change } as NewRun;
    await expect(createRun(await person("commander"), input)).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path }] },
    });
  });

  it("refuses a switchover from a site to itself", async () => {
    const place = await site();
    const input = { ...(await wanted()), sites: { source: place, destination: place } };
    await expect(createRun(await person("commander"), input)).rejects.toMatchObject({
      extras: { issues: [{ path: "sites.destination" }] },
    });
  });
});

describe("a draft", () => {
  it("is undeclared and is declared when it is started, unless somebody said when", async () => {
    const commander = await person("commander");
    const input = { ...(await wanted()), rtoSeconds: 60 };
    const draft = await createRun(commander, input);
    expect(draft.run.declaredAt).toBeNull();
    const mine = async () => (await listRuns({ person: commander.id, limit: 1 })).runs[0];
    expect((await mine())?.declaredAt).toBeNull();
    await execute(commander, draft.run.id, { type: "run.start" });
    const { run } = await readRun(draft.run.id);
    expect(run.declaredAt).toBe(run.startedAt);
    expect(await mine()).toMatchObject({ declaredAt: run.startedAt, startedAt: run.startedAt, siteIds: input.sites });
    const { events } = await readLog(run.id, { limit: 200 });
    expect(events[0]?.event).not.toHaveProperty("run.declaredAt");
    expect(events[1]?.event).toEqual({ type: "run.started", declaredAt: run.startedAt });
    expect(fold(events)).toMatchObject({ declaredAt: run.declaredAt });

    const declaredAt = "2026-01-01T00:00:00.000Z";
    const stated = await createRun(commander, { ...input, declaredAt });
    expect(stated.run.declaredAt).toBe(declaredAt);
    await execute(commander, stated.run.id, { type: "run.start" });
    expect((await readRun(stated.run.id)).run.declaredAt).toBe(declaredAt);
  });

  it("of before keeps the time it has", async () => {
    const commander = await person("commander");
    const { run: created } = await createRun(commander, await wanted());
    const { createdAt, id } = created;
    await database().pool.query("update run set declared_at = created_at where id = $1", [id]);
    await execute(commander, id, { type: "run.start" });
    const { run } = await readRun(id);
    expect(run.declaredAt).toBe(createdAt);
    const { events } = await readLog(id, { limit: 200 });
    expect(events[1]?.event).toEqual({ type: "run.started" });
  });
});

describe("command offered as a run is created", () => {
  it("offers command to whom it names, who has it once they accept; asking again gives the same run", async () => {
    const [commander, other] = [await person("commander"), await person("administrator")];
    const input = { ...(await wanted()), id: randomUUID(), offerCommandTo: other.id, start: true };
    const { run } = await createRun(commander, input);
    expect(run.commander.id).toBe(commander.id);
    expect(run.commandOffer).toMatchObject({ to: { id: other.id, name: other.name }, by: { id: commander.id } });
    const { events } = await readLog(run.id, { limit: 200 });
    expect(events.slice(0, 3).map(({ event }) => event.type)).toEqual([
      "run.created",
      "command.offered",
      "run.started",
    ]);
    expect(fold(events)).toEqual(run);
    await execute(other, run.id, { type: "command.accept" });
    const again = await createRun(commander, input);
    expect([again.run.id, again.run.commander.id]).toEqual([run.id, other.id]);
    await expect(createRun(other, input)).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    ["somebody who is not there", "nobody", "is nobody who can act now"],
    ["a deactivated person", "deactivated", "is nobody who can act now"],
    ["somebody whose role commands nothing", "operator", "is operator, who commands no runs"],
    ["oneself", "self", "is whoever creates the run, and commands it anyway"],
  ] as const)("does not offer command to %s, and makes no run", async (_, whom, fault) => {
    const [commander, deactivated] = [await person("commander"), await person("commander")];
    await changeUser(await person("administrator"), deactivated.id, { disabled: true });
    const ids = { nobody: randomUUID(), deactivated: deactivated.id, self: commander.id };
    const offerCommandTo = whom === "operator" ? (await person("operator")).id : ids[whom];
    const input = { ...(await wanted()), id: randomUUID(), offerCommandTo, start: true };
    await expect(createRun(commander, input)).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path: "offerCommandTo", message: fault }] },
    });
    await expect(readRun(input.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what a run is created with", () => {
  it("leaves out the suggested gates that are not wanted, and no others", async () => {
    const gate = { kind: "poll", suggested: true };
    const [first, second] = ["suggested", "asked for"].map((title, i) => ({
      ...{ number: String(i + 1), title, kind: "manual", roles: ["source"], dependsOn: [] },
      gate: i === 0 ? gate : { kind: "poll" },
    }));
    const procedureId = await published({ ...twoPlaces, phases: [{ title: "All", steps: [first, second] }] });
    const commander = await person("commander");
    const wish = { ...(await wanted()), procedureId, start: true };
    const all = await createRun(commander, wish);
    expect(all.run.steps.map(({ status }) => status)).toEqual(["awaiting_approval", "awaiting_approval"]);
    const { run } = await createRun(commander, { ...wish, withoutGates: ["1"] });
    expect(run.steps.map(({ status }) => status)).toEqual(["ready", "awaiting_approval"]);
    expect(fold((await readLog(run.id, { limit: 200 })).events)).toEqual(run);
    await expect(createRun(commander, { ...wish, withoutGates: ["2"] })).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("withoutGates"),
    });
  });

  it("fills positions with people who can act, and names the field that is wrong", async () => {
    const procedureId = await published({ ...twoPlaces, positions: [{ key: "lead", title: "Lead" }] });
    const [operator, auditor] = [await person("operator"), await person("auditor")];
    const create = async (positions: NewRun["positions"]) =>
      createRun(await person("commander"), { ...(await wanted()), procedureId, positions });
    const { run } = await create({ lead: { person: operator.id } });
    expect(run.positions).toEqual({ lead: { person: { id: operator.id, name: operator.name } } });
    const twice = { person: operator.id, deputy: operator.id };
    for (const [positions, path, message] of [
      [
        { captain: { person: operator.id } },
        "positions.captain",
        "positions.captain is no position of this procedure.",
      ],
      [{ lead: { person: randomUUID() } }, "positions.lead.person", "Lead is nobody who can act now."],
      [
        { lead: { deputy: auditor.id } },
        "positions.lead.deputy",
        "Lead, deputy is auditor, who takes no part in runs.",
      ],
      [{ lead: twice }, "positions.lead.deputy", "positions.lead.deputy is the same person."],
    ] as const) {
      await expect(create(positions)).rejects.toMatchObject({ message, extras: { issues: [{ path }] } });
    }
  });
});

describe("the list of runs", () => {
  it("is filtered by deviation, by day, and by everybody who took part", async () => {
    const [commander, operator] = [
      await person("commander"),
      await person("operator", `Op ${randomUUID().slice(0, 8)}`),
    ];
    const make = async () => (await createRun(commander, { ...(await wanted()), start: true })).run;
    const [plain, skipped] = [await make(), await make()];
    await execute(commander, skipped.id, { type: "step.skip", step: "1", reason: "not today" });
    await execute(operator, plain.id, { type: "step.start", step: "1" });
    const today = plain.createdAt.slice(0, 10);
    const ids = async (filter: Parameters<typeof listRuns>[0]) => (await listRuns(filter)).runs.map(({ id }) => id);
    const mine = { text: operator.name, limit: 50 };
    expect(await ids(mine)).toEqual([plain.id]);
    expect(await ids({ ...mine, deviations: "no", since: today, until: today })).toEqual([plain.id]);
    expect(await ids({ ...mine, deviations: "yes" })).toEqual([]);
    expect(await ids({ ...mine, since: "2999-01-01" })).toEqual([]);
    expect(await ids({ ...mine, until: "9999-12-31" })).toEqual([plain.id]);
    const on = async (zone: string, at: string) => {
      await database().pool.query("update run set started_at = $2 where id = $1", [plain.id, at]);
      const days = ["2026-03-28", "2026-03-29", "2026-03-30"];
      const found = await Promise.all(days.map((day) => ids({ ...mine, since: day, until: day, zone })));
      return days.filter((_, i) => found[i]?.length === 1);
    };
    expect(await on("Asia/Tokyo", "2026-03-28T15:00:00Z")).toEqual(["2026-03-29"]);
    expect(await on("Asia/Tokyo", "2026-03-28T14:59:59.999Z")).toEqual(["2026-03-28"]);
    expect(await on("Europe/Berlin", "2026-03-29T21:59:59.999Z")).toEqual(["2026-03-29"]);
    expect(await on("Europe/Berlin", "2026-03-29T22:00:00Z")).toEqual(["2026-03-30"]);
    expect(await ids({ ...mine, until: "2000-01-01" })).toEqual([]);
    expect(await ids({ deviations: "yes", limit: 50 })).toContain(skipped.id);
  });

  it("pages by keyset, the latest first, without repeating or losing one", async () => {
    const commander = await person("commander");
    const input = await wanted();
    const made = [];
    for (let i = 0; i < 5; i++) made.push((await createRun(commander, input)).run.number);
    const procedure = (await readRun(String(made[0]))).procedure.key;
    const first = await listRuns({ procedure, limit: 2 });
    const second = await listRuns({ procedure, limit: 2, after: first.next ?? "" });
    const third = await listRuns({ procedure, limit: 2, after: second.next ?? "" });
    const seen = [first, second, third].flatMap(({ runs }) => runs.map(({ number }) => number));
    expect(seen).toEqual([...made].reverse());
    expect(third.next).toBeNull();
  });

  it("is filtered by mode, outcome, site and text", async () => {
    const commander = await person("commander", `Mei ${randomUUID()}`);
    const input = await wanted();
    const { run } = await createRun(commander, { ...input, start: true });
    const found = async (filter: object) => (await listRuns({ ...filter, limit: 10 })).runs.map(({ id }) => id);
    const destination = input.sites.destination;
    expect(await found({ site: destination })).toEqual([run.id]);
    expect(await found({ site: destination, mode: "live" })).toEqual([]);
    expect(await found({ site: destination, status: "in_progress", over: "no" })).toEqual([run.id]);
    expect(await found({ site: destination, over: "yes" })).toEqual([]);
    expect(await found({ text: commander.name.toUpperCase() })).toEqual([run.id]);
    expect(await found({ text: `R-${run.number}`, site: destination })).toEqual([run.id]);
  });
});
