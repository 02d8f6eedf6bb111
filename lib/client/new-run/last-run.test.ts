import { afterEach, describe, expect, it } from "vitest";
import { differencesFromLast, lastBegun, lastPositions, lastUsed } from "#lib/client/new-run/last-run.ts";
import { firstPlan, withAnswer, withGate, withPosition, withSite } from "#lib/client/new-run/new-run.ts";
import { chie, draftRun, olga, paul } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { japanese } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

const procedure = procedureOf({}, {});
const { run } = draftRun(procedure, { facts: { firewalls: "no" } });
const view = {
  run,
  procedure: { id: "p", key: "example", title: "An example", version: 1, hash: "h" },
  serverAt: run.createdAt,
};
const sites = Object.values(run.sites).map(({ id, name }) => ({ id, name, practice: true }));
const people = [chie, olga, paul];
const today = { procedure, version: 1, applying: ["1", "2"], rtoKnown: true, sites, people, person: chie };

/** As the last run was. */
const same = {
  ...firstPlan(procedure, sites, { mode: "live", practice: true }),
  type: "planned" as const,
  facts: run.facts,
  positions: lastPositions(procedure, run, people),
};

describe("the last run of a procedure", () => {
  afterEach(() => readFrom(() => ({ locale: "en" })));

  it("says who fills the positions, as far as they can act today", () => {
    expect(lastPositions(procedure, run, people)).toEqual({ lead: { person: olga.id, deputy: paul.id } });
    expect(lastPositions(procedure, run, [paul])).toEqual({ lead: { person: undefined, deputy: paul.id } });
    const auditor = { ...olga, role: "auditor" as const };
    expect(lastPositions(procedure, run, [auditor, paul]), "she takes no part in runs now").toEqual({
      lead: { person: undefined, deputy: paul.id },
    });
    expect(lastPositions(procedure, run, [])).toEqual({});
    expect(lastPositions(procedure, null, people)).toEqual({});
  });

  it("differs in nothing from a plan that is the same", () => {
    expect(differencesFromLast(same, view, today)).toEqual([]);
  });

  it("is commanded by somebody else where another one creates it", () => {
    expect(differencesFromLast(same, view, { ...today, person: olga })).toEqual([
      { what: "Commander", before: "Chie", now: "Olga" },
    ]);
  });

  it("differs in each thing that is planned otherwise, in the order of the page", () => {
    const other = withPosition(
      withGate(withAnswer(withSite(same, "source", sites[1]?.id ?? ""), "firewalls", "yes"), "2", false),
      "lead",
      { deputy: undefined },
    );
    const planned = { ...other, mode: "drill" as const, rtoSeconds: 3_600, offerCommandTo: paul.id };
    expect(asRead(differencesFromLast(planned, view, { ...today, version: 3 }))).toEqual([
      { what: "Version", before: "v1", now: "v3" },
      { what: "Mode", before: "LIVE", now: "DRILL" },
      { what: "Source", before: "Tokyo", now: "Osaka" },
      { what: "firewalls included", before: "no", now: "yes" },
      { what: "RTO", before: "none", now: "1 h 00 min" },
      { what: "Commander", before: "Chie", now: "offered to Paul" },
      { what: "Decision before step 2", before: "asked", now: "left out" },
      { what: "Lead, deputy", before: "Paul", now: "nobody" },
    ]);
  });

  it("is another in who and where, not in how they are called by now", () => {
    const renamed = sites.map((site, place) => (place === 0 ? { ...site, name: "Tokyo (old)" } : site));
    const married = people.map((one) => (one.id === olga.id ? { ...one, name: "Olga B." } : one));
    expect(differencesFromLast(same, view, { ...today, sites: renamed, people: married })).toEqual([]);

    const newTokyo = { id: "new", name: "Tokyo", practice: true };
    const moved = withSite(same, "source", newTokyo.id);
    expect(differencesFromLast(moved, view, { ...today, sites: [...renamed, newTokyo] })).toEqual([
      { what: "Source", before: "Tokyo (old)", now: "Tokyo" },
    ]);

    const namesake = { ...paul, id: "another Olga", name: olga.name };
    const filled = withPosition(same, "lead", { person: namesake.id });
    expect(differencesFromLast(filled, view, { ...today, people: [...people, namesake] })).toEqual([
      { what: "Lead", before: "Olga", now: "another Olga" },
    ]);
  });

  it("does not say that there is no objective while what is typed as one cannot be read", () => {
    const [now] = differencesFromLast(same, view, { ...today, rtoKnown: false });
    expect(now).toEqual({ what: "RTO", before: "none", now: "not known yet" });
  });

  it("differs in no decision before a step that does not apply", () => {
    const without = withGate(same, "2", false);
    expect(differencesFromLast(without, view, today)).toHaveLength(1);
    expect(differencesFromLast(without, view, { ...today, applying: ["1"] })).toEqual([]);
  });

  it("calls the sites by the words of the reader, not by those of the document", () => {
    readFrom(() => ({ locale: "ja", catalogue: japanese }));
    const moved = withSite(same, "source", sites[1]?.id ?? "");
    expect(differencesFromLast(moved, view, today).map(({ what }) => what)).toContain(japanese.Source);
  });
});

describe("the run or procedure to begin with", () => {
  it("is the last that was begun, not one that was only planned", () => {
    const planned = { startedAt: null };
    const [begun, older] = [{ startedAt: "2026-01-02T00:00:00.000Z" }, { startedAt: "2026-01-01T00:00:00.000Z" }];
    expect(lastBegun([planned, begun, older])).toBe(begun);
    expect(lastBegun([older, begun]), "also where it was planned before the other").toBe(begun);
    expect(lastBegun([planned])).toBeUndefined();
  });

  it("opens a new run with its procedure, though one of another was prepared since", () => {
    const [failover, rehearsal] = [{ key: "failover" }, { key: "rehearsal" }];
    const drafted = { startedAt: null, procedure: rehearsal };
    const begun = { startedAt: "2026-01-02T00:00:00.000Z", procedure: failover };
    const runs = { live: [], latest: [drafted, begun] };
    for (const mode of ["live", "drill"] as const) {
      expect(lastUsed([rehearsal, failover], mode, runs)).toBe(failover);
      expect(lastUsed([rehearsal], mode, runs), "it is here no more").toBeUndefined();
    }
  });

  it("opens a live run with what was live last, whatever was drilled since, and a drill with what was begun last", () => {
    const [failover, rehearsal] = [{ key: "failover" }, { key: "rehearsal" }];
    const live = { startedAt: "2026-01-01T00:00:00.000Z", procedure: failover };
    const drill = { startedAt: "2026-01-02T00:00:00.000Z", procedure: rehearsal };
    const runs = { live: [live], latest: [drill, live] };
    expect(lastUsed([rehearsal, failover], "live", runs)).toBe(failover);
    expect(lastUsed([rehearsal, failover], "drill", runs)).toBe(rehearsal);
    expect(lastUsed([rehearsal], "live", runs), "what was live is here no more").toBe(rehearsal);
  });
});

it.each([
  [48 * 3_600, 60 * 3_600, "48 h 00 min", "60 h 00 min"],
  [60, 90, "1 min", "1 min 30 s"],
])("A plan differs in an objective of %i s from one of %i s", (before, now, was, is) => {
  const measured = { ...view, run: { ...run, rtoSeconds: before } };
  expect(asRead(differencesFromLast({ ...same, rtoSeconds: now }, measured, today))).toEqual([
    { what: "RTO", before: was, now: is },
  ]);
  expect(differencesFromLast({ ...same, rtoSeconds: before }, measured, today)).toEqual([]);
});

describe("somebody chosen who can act no more", () => {
  it("is not said to be nobody", () => {
    const offered = { ...same, offerCommandTo: olga.id };
    expect(asRead(differencesFromLast(offered, view, { ...today, people: [chie, paul] }))).toEqual([
      { what: "Commander", before: "Chie", now: "offered to not known" },
    ]);
    const filled = withPosition(same, "lead", { deputy: chie.id });
    expect(differencesFromLast(filled, view, { ...today, people: [], person: paul }).slice(1)).toEqual([
      { what: "Lead, deputy", before: "Paul", now: "not known" },
    ]);
  });
});
