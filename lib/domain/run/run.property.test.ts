import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { outline } from "#lib/domain/outline.ts";
import { checkProcedure } from "#lib/domain/procedure-check.ts";
import { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { isOver, stepState } from "#lib/domain/run/read-state.ts";
import { Run, RunStatus, StepStatus } from "#lib/domain/run/state.ts";
import { applicability, canMove, isSettledStep, waitsForNothing } from "#lib/domain/testing/oracle.ts";
import { anna, ask } from "#lib/domain/testing/play.ts";
import { anyRun, holds, newEvents, playAll } from "#lib/domain/testing/random-runs.ts";

// Random runs are slow where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

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
        // Looking whether what was done has come true belongs to what goes on.
        if (logged.event.type !== "step.started" || logged.event.conduct === "verification") continue;
        const { step } = logged.event;
        expect(applicability(before.procedure, run, step)).toBe("applicable");
        const early = outline(before.procedure).byNumber.get(step)?.cleanUp ?? false;
        if (!early) expect(waitsForNothing(before.procedure, run, step)).toBe(true);
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
        // A verification looks at work that began with the start before it.
        const began = log.findLastIndex(
          ({ event }) => event.type === "step.started" && event.step === number && event.conduct !== "verification",
        );
        expect(began).toBeGreaterThanOrEqual(0);
        expect(log.slice(began).some(({ event }) => event.type === "fact.answered")).toBe(true);
      }
    });
  });
});

test("What a person said on starting or canceling a command stays with its attempt, and nothing is made up", () => {
  let said = 0;
  holds((before, move, after) => {
    if (after === before || !("step" in move) || move.step === undefined) return;
    const last = stepState(after.run, move.step)?.attempts.at(-1);
    if (move.type === "step.cancel") {
      expect(last?.canceled?.reason).toBe(move.reason);
      if (move.reason !== undefined) said += 1;
    }
    const begins = newEvents(before, after).some(({ logged: { event } }) => event.type === "step.started");
    if ((move.type === "step.start" || move.type === "step.retry") && begins) {
      expect(last?.why).toBe(move.reason);
      if (move.reason !== undefined) said += 1;
    }
  });
  expect(said).toBeGreaterThan(5);
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
      const decidedByPeople = run.steps.some(
        ({ status, gate, brokenGlass, recorded }) =>
          status === "skipped" || status === "overridden" || gate?.opened?.broken || brokenGlass || recorded,
      );
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

  test("once over it changes only by notes, by reports of what was running and by asking for them", () => {
    holds((before, move, after) => {
      if (!isOver(before.run.status) || before === after) return;
      const { steps, seq, outputs, review, ...rest } = after.run;
      expect({ ...before.run, steps, seq, outputs, review }).toEqual({ ...rest, steps, seq, outputs, review });
      if (/^(finding|report)\./.test(move.type)) return void expect(steps).toEqual(before.run.steps);
      if (move.type === "note.add") expect(steps).toEqual(before.run.steps);
      else if (move.type.startsWith("evidence.")) {
        const bare = (run: typeof after.run) => run.steps.map(({ attached: _, ...step }) => step);
        return void expect(bare(after.run)).toEqual(bare(before.run));
      } else expect(["attempt.finish", "attempt.lose", "step.ask", "attempt.answer"]).toContain(move.type);
      for (const was of before.run.steps) {
        if (!["canceling", "interrupted"].includes(was.status)) expect(stepState(after.run, was.number)).toEqual(was);
      }
    });
  });

  test("an auditor causes no event but in the review, and a refusal changes nothing", () => {
    holds((before, move) => {
      if (/^(finding|report)\./.test(move.type)) return;
      expect(ask(before, move, anna)).toEqual({ ok: false, rejection: { code: "not_permitted" } });
    });
  });
});

test("The random procedures are real ones, and the random runs reach every status and every event", () => {
  const reached = { step: new Set<string>(), run: new Set<string>(), event: new Set<string>() };
  for (const sample of fc.sample(anyRun, { numRuns: 1_500, seed: 42 })) {
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
