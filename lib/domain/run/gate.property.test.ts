import { describe, expect, test, vi } from "vitest";
import { outline } from "#lib/domain/outline.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { adam, olga, type Play, paul } from "#lib/domain/testing/play.ts";
import { holds, newEvents } from "#lib/domain/testing/random-runs.ts";

vi.setConfig({ testTimeout: 60_000 });

const MAY_APPROVE = [paul.id, adam.id];

/** The events of one round of a gate: since it was last asked, or since the step was last ready again without it. */
function lastRound(log: readonly LoggedEvent[], step: string): LoggedEvent[] {
  const about = log.filter(({ event }) => "step" in event && event.step === step);
  const begins = about.findLastIndex(({ event }) =>
    ["step.approval_requested", "step.readied", "gate.voided"].includes(event.type),
  );
  return about.slice(Math.max(0, begins));
}

const idOf = ({ actor }: LoggedEvent): string => (actor.kind === "system" ? "system" : actor.id);
const is = (type: LoggedEvent["event"]["type"]) => (logged: LoggedEvent) => logged.event.type === type;
const voted = (round: readonly LoggedEvent[], vote: string) =>
  round.filter(({ event }) => event.type === "gate.voted" && event.vote === vote).map(idOf);

/** The id of whoever commanded when this event came. */
function commanderAt(log: readonly LoggedEvent[], seq: number): string | undefined {
  const came = ["run.created", "command.taken", "command.accepted"];
  const last = log.findLast((logged) => logged.seq < seq && came.includes(logged.event.type));
  return last && idOf(last);
}

function starts(before: Play, after: Play) {
  const fresh = newEvents(before, after).map(({ logged }) => logged);
  return fresh.flatMap((logged, i) =>
    logged.event.type === "step.started" && logged.event.conduct !== "verification"
      ? [{ logged, step: logged.event.step, so: [...before.log, ...fresh.slice(0, i)] }]
      : [],
  );
}

describe("Whatever people and workers do", () => {
  test("no step with a gate starts unless those it asks, or the commander by break-glass, let it", () => {
    holds((before, _move, after) => {
      for (const { logged, step, so } of starts(before, after)) {
        const gate = outline(before.procedure).byNumber.get(step)?.gate;
        if (!gate) continue;
        const round = lastRound(so, step);
        const broken = round.findLast(is("gate.broken"));
        if (broken) {
          expect(idOf(broken)).toBe(commanderAt(so, broken.seq));
          continue;
        }
        const opening = round.findLast(is("gate.opened"));
        expect(opening).toBeDefined();
        if (gate.kind === "approval") {
          const asked = round.find(is("step.approval_requested"));
          const approvers = voted(round, "approve");
          expect(approvers).toHaveLength(1);
          expect(MAY_APPROVE).toContain(approvers[0]);
          expect(approvers).not.toContain(asked && idOf(asked));
          expect(approvers).not.toContain(idOf(logged));
        }
      }
    });
  });

  test("a command that starts is the one that was approved, attempt for attempt", () => {
    holds((before, _move, after) => {
      for (const { logged, step, so } of starts(before, after)) {
        if (outline(before.procedure).byNumber.get(step)?.gate?.kind !== "approval") continue;
        const round = lastRound(so, step);
        const asked = round.find(is("step.approval_requested"))?.event;
        if (round.some(is("gate.broken")) || asked?.type !== "step.approval_requested") continue;
        if (logged.event.type !== "step.started" || logged.event.conduct === "simulated") continue;
        expect(logged.event.command).toEqual(asked.how?.command);
        expect(logged.event.role).toBe(asked.how?.role);
      }
    });
  });

  test("a step that is only decided is passed by those it asks, or by the glass", () => {
    holds((before, _move, after) => {
      for (const { logged } of newEvents(before, after)) {
        if (logged.event.type === "step.approved") expect(MAY_APPROVE).toContain(idOf(logged));
        if (logged.event.type === "step.released" || logged.event.type === "gate.broken") {
          expect(idOf(logged)).toBe(before.run.commander.id);
        }
        if (logged.event.type === "gate.voted" && logged.event.position)
          expect([olga.id, paul.id]).toContain(idOf(logged));
        if (logged.event.type === "step.skipped") {
          expect(outline(before.procedure).byNumber.get(logged.event.step)?.kind).not.toMatch(/approval|hold_point/);
        }
      }
    });
  });
});
