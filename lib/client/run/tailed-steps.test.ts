import { describe, expect, it } from "vitest";
import { tailedSteps } from "#lib/client/run/tailed-steps.ts";
import { begin, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";

const beside = { ...automated, dependsOn: [] };
const queued = play(startedRun(procedureOf(beside, beside, beside, beside)), ...["1", "2", "3"].map((n) => start(n)));
const running = play(queued, begin("1"), begin("2"), begin("3"));

describe("the commands whose last lines are followed", () => {
  it("are two at most, so that commands still find a free connection", () => {
    expect([...tailedSteps(running.run, false)]).toEqual(["1", "2"]);
  });

  it("are fewer while the drawer follows one too", () => {
    expect([...tailedSteps(running.run, true)]).toEqual(["1"]);
  });

  it("have been begun", () => {
    expect([...tailedSteps(queued.run, false)]).toEqual([]);
  });
});
