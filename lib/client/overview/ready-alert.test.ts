import { describe, expect, it } from "vitest";
import { alertOf, freshWaits, heardAt, isOwnPress, waitKeys } from "#lib/client/overview/ready-alert.ts";
import { waitsFor } from "#lib/client/overview/waits.ts";
import { chie, olga, type Play, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const procedure = procedureOf({}, { dependsOn: ["1"] }, { dependsOn: ["1"], kind: "approval" });
const waits = (at: Play) => waitsFor(procedure, at.run, olga);
const known = (at: Play) => new Set(waits(at).flatMap(waitKeys));
const titles = (before: Play | null, after: Play) =>
  freshWaits(before && known(before), waits(after)).map((wait) => alertOf(wait).title);

const started = startedRun(procedure, { mode: "drill" });
const begun = play(started, { type: "step.start", step: "1" });
const done = play(begun, { type: "step.complete", step: "1" });

describe("who is called because something waits for them", () => {
  it("is nobody for what waited already when the page came", () => {
    expect(waits(started)).not.toEqual([]);
    expect(titles(null, started)).toEqual([]);
    expect(titles(started, started)).toEqual([]);
  });

  it("is an operator when a step becomes ready, with the mode and number of the run first", () => {
    expect(titles(begun, done)).toEqual(["DRILL R-0042: step 2 is ready to be started"]);
  });

  it("is nobody when one of several ready steps was started", () => {
    const two = startedRun(procedureOf({}, {}));
    expect(titles(two, play(two, { type: "step.start", step: "1" }))).toEqual([]);
  });

  it("is called again when a step is ready once more", () => {
    const paused = play(done, { type: "run.pause", reason: "waiting for power" });
    expect(titles(paused, play(paused, { type: "run.resume" }))).toEqual([
      "DRILL R-0042: step 2 is ready to be started",
    ]);
  });

  it("is the commander in trouble, by a link to the step", () => {
    const failed = play(begun, { type: "step.fail", step: "1", reason: "no answer" });
    const [wait] = freshWaits(new Set(), waitsFor(procedure, failed.run, chie));
    expect(wait && alertOf(wait)).toMatchObject({ href: "/runs/R-0042#step-1", body: "Step 1" });
  });
});

describe("one's own press calls nobody", () => {
  const own = (before: Play | undefined, after: Play, person = olga) =>
    waitsFor(procedure, after.run, person)
      .filter(({ need }) => need === "start")
      .map((wait) => isOwnPress(wait, before?.run, person.id));

  it("when it has made a step ready, and calls whoever has not pressed", () => {
    const byOlga = playBy(begun, olga, { type: "step.complete", step: "1" });
    expect(own(begun, byOlga)).toEqual([true]);
    expect(own(begun, byOlga, chie)).toEqual([false]);
  });

  it("when another step was ready already, which they have not made ready", () => {
    const three = procedureOf({}, { dependsOn: [] }, { dependsOn: ["1"] });
    const started = play(startedRun(three), { type: "step.start", step: "1" });
    const pressed = playBy(started, olga, { type: "step.complete", step: "1" });
    const seen = new Set(waitsFor(three, started.run, olga).flatMap(waitKeys));
    const fresh = freshWaits(seen, waitsFor(three, pressed.run, olga));
    expect(fresh.map(({ steps }) => steps)).toEqual([["3"]]);
    expect(fresh.map((wait) => isOwnPress(wait, started.run, olga.id))).toEqual([true]);
    expect(fresh.map((wait) => isOwnPress(wait, started.run, chie.id))).toEqual([false]);
  });

  it("when it has resumed the run; an operator is called, also for what they made ready before", () => {
    const paused = play(done, { type: "run.pause", reason: "waiting for power" });
    const resumed = play(paused, { type: "run.resume" });
    expect(own(paused, resumed, chie)).toEqual([true]);
    expect(own(paused, resumed)).toEqual([false]);
  });

  it("when it has started a run that was not there before", () => {
    expect(own(undefined, started, chie)).toEqual([true]);
    expect(own(undefined, started)).toEqual([false]);
  });
});

describe("a screen reader hears", () => {
  const fresh = freshWaits(known(begun), waits(done));
  const sentence = "DRILL R-0042: step 2 is ready to be started.";

  it("what begins to wait, on every page but the run's own, which tells it itself", () => {
    for (const path of ["/", "/history", "/runs/R-0041", "/runs/R-0042/report"])
      expect(heardAt(path, fresh), path).toBe(sentence);
    for (const path of ["/runs/R-0042", "/runs/r-42", "/runs/42", `/runs/${done.run.id}`])
      expect(heardAt(path, fresh), path).toBe("");
  });

  it("three whole, and how many more there are", () => {
    const [one] = fresh;
    if (!one) throw new Error("nothing waits");
    const three = `${sentence} ${sentence} ${sentence}`;
    expect(heardAt("/", [one, one, one])).toBe(three);
    expect(heardAt("/", [one, one, one, one])).toBe(`${three} 1 more waits for you.`);
  });
});
