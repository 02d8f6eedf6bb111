import { describe, expect, test, vi } from "vitest";
import { cannotBeUndone } from "#lib/domain/cannot-be-undone.ts";
import { outline } from "#lib/domain/outline.ts";
import { isOver, stepState } from "#lib/domain/run/read-state.ts";
import { isSettledStep } from "#lib/domain/testing/oracle.ts";
import { holds, newEvents } from "#lib/domain/testing/random-runs.ts";

// Random runs are slow where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

describe("Whatever happens to a run,", () => {
  test("no step is run again but by a person, or as its procedure lets the machine try what does no harm twice", () => {
    holds((before, _, after) => {
      for (const { logged } of newEvents(before, after)) {
        if (logged.event.type !== "step.started" || logged.event.attempt === 1) continue;
        const { step, retry, conduct } = logged.event;
        const action = outline(before.procedure).byNumber.get(step)?.action;
        if (logged.actor.kind === "person") continue;
        expect([conduct, retry !== undefined, action?.idempotent]).toEqual(["command", true, true]);
        expect(retry).toBeLessThanOrEqual(action?.onFailure?.retry?.times ?? 0);
      }
    });
  });

  test("nothing that cannot be undone starts by itself, and nothing that asks for something", () => {
    holds((before, _, after) => {
      for (const { logged } of newEvents(before, after)) {
        if (logged.event.type !== "step.started" || logged.actor.kind === "person") continue;
        const step = outline(before.procedure).byNumber.get(logged.event.step);
        expect(step && cannotBeUndone(step)).toBe(false);
        expect(step?.inputs).toBeUndefined();
      }
    });
  });

  test("an unknown outcome is resolved by a person, or by the receipt that somebody asked for", () => {
    holds((before, move, after) => {
      for (const was of before.run.steps) {
        const is = stepState(after.run, was.number);
        if (was.status !== "interrupted" || is?.status === "interrupted") continue;
        const byReceipt = move.type === "attempt.answer" && ["ended", "not_begun"].includes(move.finding.kind);
        expect(byReceipt || !move.type.startsWith("attempt.")).toBe(true);
      }
    });
  });

  test("what is secret is in no event", () => {
    holds(
      () => {},
      ({ log }) => {
        expect(JSON.stringify(log)).not.toContain("never-in-the-log");
      },
    );
  });

  test("a drill ends with nothing left to be cleaned up", () => {
    holds((_before, _move, { procedure, run }) => {
      if (run.mode !== "drill" || !isOver(run.status) || run.startedAt === null) return;
      const open = run.steps.filter(
        (step) => outline(procedure).byNumber.get(step.number)?.cleanUp && !isSettledStep(procedure, run, step),
      );
      expect(open).toEqual([]);
    });
  });
});
