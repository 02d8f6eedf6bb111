import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Estimate,
  estimateOf,
  type Forecast,
  forecast,
  isAtBest,
  type PastDurations,
} from "#lib/domain/forecast.ts";
import { outline } from "#lib/domain/outline.ts";
import { outlook } from "#lib/domain/outlook.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { abort, answerFact, byHand, complete, release, reopen, skip, start } from "#lib/domain/testing/moves.ts";
import { draftRun, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

const median = (seconds: number) => ({ seconds, runs: 3, drills: 2 });
const past = (...seconds: number[]): PastDurations =>
  Object.fromEntries(seconds.map((each, i) => [String(i + 1), median(each)]));

/** The instant of the last event, and so many seconds. */
const later = ({ log }: Play, seconds = 0) => Date.parse(log.at(-1)?.at ?? "") + seconds * 1_000;

function laidOut(at: Play, known: PastDurations, seconds = 0): Forecast {
  const found = forecast(at.procedure, at.run, known, later(at, seconds));
  if (!found) throw new Error("The run is over.");
  return found;
}

/** Seconds from then to the projected finish. */
const left = (at: Play, known: PastDurations, seconds = 0) => {
  const { finishMs } = laidOut(at, known, seconds);
  return finishMs === null ? null : (finishMs - later(at, seconds)) / 1_000;
};

/** The steps that the finish depends on, in order, as they are laid out: from what ends last back to what it waited for. */
function criticalPath({ procedure }: Play, { planned, finishMs }: Forecast): string[] {
  const { predecessors } = outline(procedure);
  const endsAt = (ms: number | null) => (number: string) => planned.get(number)?.toMs === ms;
  const path: string[] = [];
  for (let at = [...planned.keys()].find(endsAt(finishMs)); at !== undefined; ) {
    path.unshift(at);
    at = (predecessors.get(at) ?? []).find(endsAt(planned.get(at)?.fromMs ?? null));
  }
  return path;
}

/** 1, then 2 and 3 beside each other, then 4. */
const fork = (...steps: StepDraft[]): Procedure =>
  procedureOf(
    { ...steps[0] },
    { ...steps[1] },
    { dependsOn: ["1"], ...steps[2] },
    { dependsOn: ["2", "3"], ...steps[3] },
  );

describe("how long a step takes", () => {
  it.each<[string, number | undefined, PastDurations, Estimate | undefined]>([
    ["is what the procedure says", 90, past(60), { basis: "procedure", seconds: 90 }],
    ["is else what it took before", undefined, past(60), { basis: "past", ...median(60) }],
    ["is else not known", undefined, {}, undefined],
  ])("%s", (_, expectedSeconds, known, estimate) => {
    const [step] = procedureOf({ ...(expectedSeconds !== undefined && { expectedSeconds }) }).phases[0]?.steps ?? [];
    expect(step && estimateOf(step, known)).toEqual(estimate);
  });
});

const all = past(10, 100, 30, 5);
const drillOf = (...steps: StepDraft[]) => startedRun(fork(...steps), { mode: "drill" });
const begun = startedRun(fork());
const first = play(begun, ...byHand("1"));

describe("the projected finish", () => {
  it.each<[string, Play, PastDurations, number | null]>([
    ["adds up what is on the longest way", begun, all, 115],
    ["is told of a draft as if it started now", draftRun(fork()), all, 115],
    ["leaves out what is done", first, all, 105],
    ["counts what a drill only simulates as no time", drillOf(automated, automated), all, 35],
    ["counts what a drill really does", drillOf(automated, { ...automated, inDrill: "run" }), all, 105],
    ["and what people do in a drill", drillOf(), all, 115],
    ["is known of what a drill only simulates", drillOf(...[1, 2, 3, 4].map(() => automated)), {}, 0],
    ["counts the same commands of a live run", startedRun(fork(automated, automated)), all, 115],
    ["counts a skipped step as no time", play(first, skip("2")), all, 35],
    ["takes the time that has passed from a step that goes on", play(first, start("2")), all, 105],
    [
      "counts a step that does not apply as no time",
      startedRun(fork({}, { condition: when("firewalls", "yes") }), { facts: { firewalls: "no" } }),
      all,
      45,
    ],
    [
      "counts an undecided step as if it applied",
      startedRun(fork({}, { condition: when("firewalls", "yes") })),
      all,
      115,
    ],
    [
      "lets nothing wait for what comes before a step that is done",
      play(first, start("2"), complete("2"), start("3"), complete("3")),
      all,
      5,
    ],
    ["knows nothing where no step is estimated", begun, {}, null],
    ["counts what it does not know as no time", begun, past(10), 10],
  ])("%s", (_, at, known, seconds) => {
    expect(left(at, known)).toBe(seconds);
  });

  it("stays where it is while a step takes its time, and moves with it from there on", () => {
    const at = play(first, start("2"), start("3"));
    const finish = (seconds: number) => laidOut(at, all, seconds).finishMs;
    expect(finish(60)).toBe(finish(0));
    expect(finish(99)).toBe(finish(0));
    expect(finish(159)).toBe((finish(0) ?? 0) + 60_000);
  });

  it("does not move for a late step as long as there is slack", () => {
    const at = play(first, start("2"), start("3"));
    const finish = (seconds: number) => laidOut(at, all, seconds).finishMs;
    expect(laidOut(at, all, 90).planned.get("3")?.toMs).toBeGreaterThan(laidOut(at, all).planned.get("3")?.toMs ?? 0);
    expect(finish(90)).toBe(finish(0));
  });

  it("names the steps it depends on, and how many are not known", () => {
    expect(laidOut(begun, all).unknown).toBe(0);
    expect(criticalPath(begun, laidOut(begun, all))).toEqual(["1", "2", "4"]);
    expect(laidOut(begun, past(10))).toMatchObject({ unknown: 3 });
    const second = play(first, start("2"));
    expect(criticalPath(second, laidOut(second, all))).toEqual(["2", "4"]);
  });

  it("counts a reopened step again, and is none when the run is over", () => {
    expect(left(play(first, reopen("1")), all)).toBe(115);
    const over = play(begun, abort);
    expect(forecast(over.procedure, over.run, all, later(over))).toBeNull();
  });

  it("follows an answer", () => {
    const at = startedRun(fork({}, { condition: when("firewalls", "yes") }));
    expect(left(play(at, answerFact("firewalls", "no")), all)).toBe(45);
  });
});

describe("the decisions before what is left", () => {
  it("make the finish the best case until they are made: no time is reckoned for them", () => {
    const asked = play(startedRun(fork({}, gated.hold, gated.poll)), ...byHand("1"));
    expect(laidOut(asked, all)).toMatchObject({ decisions: 2, unknown: 0 });
    expect(left(asked, all)).toBe(105);
    const released = play(asked, release("2"));
    expect(laidOut(released, all).decisions).toBe(1);
    const decided = laidOut(play(released, skip("3")), all);
    expect(decided.decisions).toBe(0);
    expect([laidOut(asked, all), laidOut(released, all), decided].map(isAtBest)).toEqual([true, true, false]);
  });

  it("are none where the step is nothing but a decision: that counts as a step", () => {
    const at = startedRun(fork({}, { kind: "hold_point" }));
    expect(laidOut(at, { "1": median(10) })).toMatchObject({ unknown: 3, decisions: 0 });
  });
});

describe("the outlook of a plan", () => {
  const asked = (firewalls: "yes" | "no" | "unknown", mode: "live" | "drill" = "live") => ({
    mode,
    facts: { firewalls },
    withoutGates: [],
  });
  const procedure = fork({ expectedSeconds: 20 }, { condition: when("firewalls", "yes") }, { inDrill: "skip" });

  it.each([
    ["is what the run would be forecast as it is started", asked("yes"), all, { seconds: 125, steps: 4, unknown: 0 }],
    ["leaves out what does not apply", asked("no"), all, { seconds: 55, steps: 3, unknown: 0 }],
    ["counts an undecided step as if it applied", asked("unknown"), all, { seconds: 125, steps: 4 }],
    ["leaves out what drills leave out", asked("no", "drill"), all, { seconds: 25, steps: 2 }],
    ["is at best where somebody does not know", asked("yes"), past(0, 100), { seconds: 120, steps: 4, unknown: 2 }],
  ] as const)("%s", (_, plan, known, expected) => {
    expect(outlook(procedure, plan, known)).toMatchObject(expected);
  });

  it("is at best where people have to decide, but for what is left out", () => {
    const held = fork({}, { gate: { kind: "hold", suggested: true } }, gated.approval);
    expect(outlook(held, asked("yes"), all)).toMatchObject({ unknown: 0, decisions: 2 });
    expect(outlook(held, { ...asked("yes"), withoutGates: ["2"] }, all)).toMatchObject({ unknown: 0, decisions: 1 });
  });

  it("says what it rests on, of so many runs, and is no number where it rests on nothing", () => {
    const uneven = { ...all, "2": { seconds: 100, runs: 7, drills: 0 } };
    const basis = { byProcedure: 1, byPast: 3, pastRuns: { least: 3, most: 7, drills: "some" } };
    expect(outlook(procedure, asked("yes"), uneven)).toMatchObject(basis);
    const drill = { ...asked("yes"), mode: "drill" } as const;
    const simulated = { seconds: 105, steps: 4, unknown: 0, shown: 1, byProcedure: 0, byPast: 3 };
    expect(outlook(fork(automated), drill, all)).toMatchObject(simulated);
    const nothing = { seconds: null, unknown: 4, byProcedure: 0, byPast: 0, pastRuns: null };
    expect(outlook(fork(), asked("yes"), {})).toMatchObject(nothing);
  });

  it("is what the run says once it is there", () => {
    fc.assert(
      fc.property(fc.constantFrom("yes", "no", "unknown"), fc.nat(500), (firewalls, seconds) => {
        const run = draftRun(procedure, { facts: { firewalls } });
        const known = past(1, seconds, 30);
        expect(outlook(procedure, { ...asked(firewalls), mode: run.run.mode }, known).seconds).toBe(left(run, known));
      }),
    );
  });
});

/** Steps that wait for any of those before them, and how long each takes. */
const graphs = fc
  .array(
    fc.record({ seconds: fc.integer({ min: 1, max: 500 }), waits: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((steps) => ({
    at: startedRun(
      procedureOf(
        ...steps.map(({ waits }, i) => ({
          dependsOn: i === 0 ? [] : [...new Set(waits.map((n) => String((n % i) + 1)))],
        })),
      ),
    ),
    seconds: steps.map(({ seconds }) => seconds),
  }));

describe("whatever waits for whatever", () => {
  it("a step that takes longer moves the finish by as much on the critical path, and else by what exceeds its slack", () => {
    fc.assert(
      fc.property(graphs, fc.nat(), fc.integer({ min: 1, max: 500 }), ({ at, seconds }, which, slip) => {
        const place = which % seconds.length;
        const before = laidOut(at, past(...seconds));
        const after = laidOut(at, past(...seconds.map((each, i) => (i === place ? each + slip : each))));
        const moved = ((after.finishMs ?? 0) - (before.finishMs ?? 0)) / 1_000;
        if (criticalPath(at, before).includes(String(place + 1))) expect(moved).toBe(slip);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(slip);
        if (moved > 0) expect(criticalPath(at, after)).toContain(String(place + 1));
      }),
    );
  });

  it("the critical path is a chain without gaps from now to the finish", () => {
    fc.assert(
      fc.property(graphs, ({ at, seconds }) => {
        const whole = laidOut(at, past(...seconds));
        const { planned, finishMs } = whole;
        let endMs = later(at);
        for (const number of criticalPath(at, whole)) {
          expect(planned.get(number)?.fromMs).toBe(endMs);
          endMs = planned.get(number)?.toMs ?? 0;
        }
        expect(endMs).toBe(finishMs);
      }),
    );
  });
});
