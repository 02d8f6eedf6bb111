import { describe, expect, test, vi } from "vitest";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { holds, newEvents } from "#lib/domain/testing/random-runs.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("Whatever people and workers do", () => {
  test("the commander changes only by accepting what the commander offered, or by taking it with a reason", () => {
    holds((before, _move, after) => {
      let { commander } = before.run;
      for (const { logged, run } of newEvents(before, after)) {
        expect(run.commander).toEqual(commander);
        const { event, actor } = logged;
        if (event.type === "command.accepted") {
          expect(run.commandOffer?.to).toEqual(whoIs(actor));
          expect(run.commandOffer?.by).toEqual(commander);
          commander = whoIs(actor);
        }
        if (event.type === "command.taken") {
          expect(event.reason).not.toBe("");
          commander = whoIs(actor);
        }
      }
      expect(after.run.commander).toEqual(commander);
    });
  });

  test("who is present has said so, or the commander has", () => {
    holds((before, _move, after) => {
      for (const { logged, run } of newEvents(before, after)) {
        if (logged.event.type !== "presence.confirmed") continue;
        expect([logged.event.person.id, run.commander.id]).toContain(whoIs(logged.actor).id);
      }
      const confirmed = after.log.flatMap(({ event }) =>
        event.type === "presence.confirmed" ? [event.person.id] : [],
      );
      expect(new Set(Object.keys(after.run.presence))).toEqual(new Set(confirmed));
    });
  });

  test("help stands exactly while it was asked, not settled, and the step goes on", () => {
    holds((_before, _move, { run }) => {
      for (const { status, help } of run.steps) {
        if (["completed", "overridden", "skipped"].includes(status)) expect(help).toBeUndefined();
      }
    });
  });
});
