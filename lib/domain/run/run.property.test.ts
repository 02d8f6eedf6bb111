import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { checkProcedure } from "#lib/domain/procedure-check.ts";
import { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { evolve, fold } from "#lib/domain/run/evolve.ts";
import { isOver, Run, RunStatus, StepStatus, stepState } from "#lib/domain/run/state.ts";
import type { Move } from "#lib/domain/testing/moves.ts";
import { applicability, canMove, isSettledStep, waitsForNothing } from "#lib/domain/testing/oracle.ts";
import { anna, ask, draftRun, type Play, playBy } from "#lib/domain/testing/play.ts";
import { automated, confirmed, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { type Chance, chosen, whoWould } from "#lib/domain/testing/random-moves.ts";

// Random runs are slow where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const anyCondition = fc
  .record({ fact: fc.constantFrom("source_up", "firewalls"), is: fc.constantFrom("yes", "no") })
  .map(({ fact, is }) => when(fact, is));
const manual = { kind: "manual" } as const;
const automatic = { ...automated, kind: "automated" } as const;
const toConfirm = { ...confirmed, kind: "automated" } as const;
const decided = [{ kind: "approval" }, { kind: "hold_point" }] as const;

/** All of a step but its number: what it waits for is given as distances back, so that there is no circle. */
const anyStep = fc.record({
  kind: fc.constantFrom(manual, manual, automatic, automatic, toConfirm, ...decided),
  condition: fc.option(anyCondition, { nil: undefined }),
  back: fc.option(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), { nil: undefined }),
  lines: fc.array(fc.option(anyCondition, { nil: undefined }), { maxLength: 2 }),
  roles: fc.constantFrom<string[]>(["destination"], ["source", "destination"]),
  irreversible: fc.boolean(),
  inDrill: fc.constantFrom("run", "simulate", "skip"),
});

const anyProcedure = fc.array(anyStep, { minLength: 1, maxLength: 6 }).map((steps) =>
  procedureOf(
    ...steps.map(({ kind, back, lines, ...rest }, i): StepDraft => {
      const earlier = back?.map((distance) => i + 1 - distance).filter((place) => place > 0);
      const subSteps = lines.map((only, j) => ({ number: `${i + 1}.${j + 1}`, title: "A line", condition: only }));
      return { ...rest, ...kind, subSteps, dependsOn: earlier?.map(String) };
    }),
  ),
);

const anyChance: fc.Arbitrary<Chance> = fc.record({
  kind: fc.oneof(
    { weight: 40, arbitrary: fc.constant("step" as const) },
    { weight: 6, arbitrary: fc.constant("situation" as const) },
    { weight: 1, arbitrary: fc.constant("ending" as const) },
  ),
  step: fc.nat(60),
  move: fc.nat(2_000),
  legal: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  who: fc.nat(60),
});

const anyRun = fc.record({
  procedure: anyProcedure,
  mode: fc.constantFrom("live", "drill"),
  sourceUp: fc.constantFrom("yes", "no", "unknown"),
  chances: fc.array(anyChance, { minLength: 20, maxLength: 80 }),
});
type AnyRun = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

type Seen = (before: Play, move: Move, after: Play) => void;

/** Plays the moves, some on the draft and most on the started run; every run is frozen, so whoever changes it throws. */
function playAll({ procedure, mode, sourceUp, chances }: AnyRun, seen: Seen): Play {
  let now = frozen(draftRun(procedure, { mode, facts: { source_up: sourceUp, firewalls: "yes" } }));
  chances.forEach((chance, i) => {
    const before = i === 2 && now.run.status === "draft" ? started(now) : now;
    const { move, actor } = chosen(before, chance);
    const decision = ask(before, move, actor);
    now = decision.ok ? frozen({ procedure, run: decision.run, log: [...before.log, ...decision.events] }) : before;
    seen(before, move, now);
  });
  return now;
}

const started = (draft: Play): Play => {
  const runStart = { type: "run.start" } as const;
  return frozen(playBy(draft, whoWould(draft, runStart), runStart));
};

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

const holds = (seen: Seen, atTheEnd: (last: Play) => void = () => {}) =>
  fc.assert(
    fc.property(anyRun, (run) => atTheEnd(playAll(run, seen))),
    { numRuns: 100 },
  );

/** Each event of a decision, with the run as it was when it happened. */
function newEvents(before: Play, after: Play): { logged: LoggedEvent; run: Run }[] {
  let run = before.run;
  return after.log.slice(before.log.length).map((logged) => {
    const was = { logged, run };
    run = evolve(run, logged);
    return was;
  });
}

describe("Whatever people and workers do to a run", () => {
  test("its events are numbered without gaps, and folding them gives the run, also from their text", () => {
    holds(
      (before, _, after) => expect(fold(after.log.slice(before.log.length), before.run)).toStrictEqual(after.run),
      ({ run, log }) => {
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
        expect(run.seq).toBe(log.length);
        const read = JSON.parse(JSON.stringify(log)).map((logged: unknown) => LoggedEvent.parse(logged));
        expect(read).toStrictEqual(log);
        expect(fold(read)).toStrictEqual(run);
      },
    );
  });

  test("it is a run by its schema", () => {
    holds((_before, _move, { run }) => expect(Run.parse(run)).toStrictEqual(run));
  });

  test("no step starts that does not apply, or before what it waits for, or while the run stands still", () => {
    holds((before, _, after) => {
      for (const { logged, run } of newEvents(before, after)) {
        if (logged.event.type !== "step.started") continue;
        const { step } = logged.event;
        expect(applicability(before.procedure, run, step)).toBe("applicable");
        expect(waitsForNothing(before.procedure, run, step)).toBe(true);
        expect(run.status).toBe("in_progress");
      }
    });
  });

  test("a step is offered exactly while it applies and waits for nothing", () => {
    holds((_before, _move, { procedure, run }) => {
      if (run.status === "draft" || isOver(run.status)) return;
      for (const { number, status } of run.steps) {
        const open = applicability(procedure, run, number) === "applicable" && waitsForNothing(procedure, run, number);
        if (status === "not_started") expect(open).toBe(false);
        if (status === "ready" || status === "awaiting_approval") expect(open).toBe(true);
      }
    });
  });

  test("a step in progress that does not apply began before a fact changed", () => {
    holds((_before, _move, { procedure, run, log }) => {
      for (const { number, status } of run.steps) {
        if (status !== "in_progress" || applicability(procedure, run, number) !== "not_applicable") continue;
        const began = log.findLastIndex(({ event }) => event.type === "step.started" && event.step === number);
        expect(log.slice(began).some(({ event }) => event.type === "fact.answered")).toBe(true);
      }
    });
  });
});

describe("In every run", () => {
  test("its attempts are numbered from 1, and only the last can be open", () => {
    holds((_before, _move, { run }) => {
      for (const { attempts, status } of run.steps) {
        expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, i) => i + 1));
        expect(attempts.slice(0, -1).every(({ ended }) => ended)).toBe(true);
        if (!["in_progress", "canceling", "awaiting_confirmation"].includes(status)) {
          expect(attempts.every(({ ended }) => ended)).toBe(true);
        }
      }
    });
  });

  test("it is completed when every step is settled and not before, plainly only without exceptions", () => {
    holds((_before, _move, { procedure, run }) => {
      const settled = run.steps.every((step) => isSettledStep(procedure, run, step));
      const decidedByPeople = run.steps.some(({ status }) => status === "skipped" || status === "overridden");
      if (run.status === "completed") expect([settled, decidedByPeople]).toEqual([true, false]);
      if (run.status === "completed_with_exceptions") expect([settled, decidedByPeople]).toEqual([true, true]);
      if (run.status === "in_progress") expect(settled).toBe(false);
    });
  });

  test("it ends before that only because the commander aborts it or calls it failed", () => {
    holds((before, move, { run }) => {
      if (run.status === before.run.status) return;
      if (run.status === "aborted") expect(move.type).toBe("run.abort");
      if (run.status === "failed") expect(move.type).toBe("run.fail");
    });
  });

  test("it is never stuck: while it goes on, there is a step about which something can be done", () => {
    holds((_before, _move, { procedure, run }) => {
      if (run.status === "in_progress") expect(run.steps.some((step) => canMove(procedure, run, step))).toBe(true);
    });
  });

  test("once over it changes only by notes and by reports of what was running", () => {
    holds((before, move, after) => {
      if (!isOver(before.run.status) || before === after) return;
      const { steps, seq, ...rest } = after.run;
      expect({ ...before.run, steps, seq }).toEqual({ ...rest, steps, seq });
      if (move.type === "note.add") expect(steps).toEqual(before.run.steps);
      else expect(["attempt.finish", "attempt.lose"]).toContain(move.type);
      for (const was of before.run.steps) {
        if (was.status !== "canceling") expect(stepState(after.run, was.number)).toEqual(was);
      }
    });
  });

  test("an auditor causes no event, and a refusal changes nothing", () => {
    holds((before, move) => {
      expect(ask(before, move, anna)).toEqual({ ok: false, rejection: { code: "not_permitted" } });
    });
  });
});

test("The random procedures are real ones, and the random runs reach every status and every event", () => {
  const reached = { step: new Set<string>(), run: new Set<string>(), event: new Set<string>() };
  for (const sample of fc.sample(anyRun, { numRuns: 400, seed: 42 })) {
    expect(checkProcedure(sample.procedure)).toEqual([]);
    const { log } = playAll(sample, (_before, _move, { run }) => {
      reached.run.add(run.status);
      for (const { status } of run.steps) reached.step.add(status);
    });
    for (const { event } of log) reached.event.add(event.type);
  }
  expect(reached.step).toEqual(new Set(StepStatus.options));
  expect(reached.run).toEqual(new Set(RunStatus.options));
  expect(reached.event).toEqual(new Set(RunEvent.options.map((option) => option.shape.type.value)));
});
