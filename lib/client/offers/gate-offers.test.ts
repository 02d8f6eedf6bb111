import { describe, expect, it } from "vitest";
import { offersAt } from "#lib/client/testing/offers-at.ts";
import type { Person } from "#lib/domain/actor.ts";
import { approve, exit, finish, request, start } from "#lib/domain/testing/moves.ts";
import { begun, olga, paul, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";
import { stepThatIs } from "#lib/domain/testing/step-states.ts";

describe("a step whose approval is asked for", () => {
  it("is decided as it was read, and may be asked for otherwise once it is approved", () => {
    const at = stepThatIs("awaiting approval to start");
    const askedAt = stepOf(at, "2").gate?.askedAt;
    expect(askedAt).toBeDefined();
    expect(offersAt(at, paul).foot.map(({ command }) => command)).toEqual([
      { type: "step.approve", step: "2", askedAt },
      { type: "step.reject", step: "2", askedAt, reason: "…" },
    ]);
    const approved = play(startedRun(procedureOf({ ...automated, ...gated.approval }, {})), request("1"), approve("1"));
    const others = (person: Person) => offersAt(approved, person, "1").menu.map(({ label }) => label);
    expect(others(olga)).toContain("Ask to do it by hand");
    expect(others(olga)).not.toContain("Ask for approval of step 1");
  });

  it("is tried again as it was approved, and asks for nothing that was said then", () => {
    const asking = procedureOf({
      action: { argv: ["/bin/echo", { input: "host" }] },
      inputs: [{ name: "host", label: "Host", type: "text" }],
      ...gated.approval,
    } as StepDraft);
    const inputs = { host: "omega" };
    const failed = play(
      begun(play(startedRun(asking), request("1", { inputs }), approve("1"), start("1", { inputs })), "1"),
      finish("1", exit(1)),
    );
    const [again] = offersAt(failed, olga, "1").foot;
    expect([again?.label, again?.blocked, again?.asks]).toEqual(["Retry step 1", null, {}]);
    expect(again?.command).toEqual({ type: "step.retry", step: "1", role: "destination", inputs });
  });
});
