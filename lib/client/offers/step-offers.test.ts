import { describe, expect, it } from "vitest";
import { runOffers } from "#lib/client/offers/run-offers.ts";
import type { StepOffers } from "#lib/client/offers/step-offers.ts";
import { offersAt } from "#lib/client/testing/offers-at.ts";
import type { Person } from "#lib/domain/actor.ts";
import { begin, byHand, complete, exit, fail, finish, lose, pause, start } from "#lib/domain/testing/moves.ts";
import { anna, ask, begun, chie, draftRun, olga, type Play, paul, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { type StateName, stateNames, stepThatIs } from "#lib/domain/testing/step-states.ts";

/** Labels in order; a filled one with *, a blocked one with -. */
const labels = ({ foot }: StepOffers): string[] =>
  foot.map(({ label, look, blocked }) => `${blocked ? "-" : look === "primary" ? "*" : ""}${label}`);

describe("what the commander is offered for a step", () => {
  it.each<[StateName, string[]]>([
    ["waiting for another", ["-Start step 2"]],
    ["not applicable", []],
    ["undecided", []],
    ["ready", ["*Start step 2", "Skip…"]],
    ["in progress by hand", ["*Complete step 2", "It failed…"]],
    ["in progress by hand instead of its command", ["*Complete step 2", "It failed…"]],
    ["queued", ["Cancel the command…"]],
    ["running its command", ["Cancel the command…"]],
    ["awaiting approval", []],
    ["held at a hold point", ["*Release step 2"]],
    ["awaiting confirmation", ["*Confirm step 2", "It failed…"]],
    ["completed", []],
    ["rejected", ["*Ask again for step 2"]],
    ["ready, its approval not asked for", ["*Ask for approval of step 2", "Skip…"]],
    ["awaiting approval to start", []],
    ["ready, approved", ["*Start step 2", "Skip…"]],
    ["held before it starts", ["*Release step 2"]],
    ["at a go or no-go", ["*Go for step 2…", "No go…"]],
    ["not gone for", ["*Ask again for step 2", "Skip…"]],
    ["failed", ["*Retry step 2", "Done by hand…", "Skip…"]],
    ["timed out", ["*Retry step 2", "Done by hand…", "Skip…"]],
    ["interrupted", ["*Ask the host", "Done by hand…", "Mark failed…", "Run again…"]],
    ["being canceled", []],
    ["canceled", ["*Retry step 2", "Done by hand…", "Skip…"]],
    ["overridden", []],
    ["skipped", []],
  ])("%s", (name, expected) => {
    expect(labels(offersAt(stepThatIs(name), chie))).toEqual(expected);
  });
});

describe("what is offered where a worker was lost that looked at what was done by hand", () => {
  const probe = { probe: { that: { look: "tcp", host: "10.0.0.1", port: 22 } } } as const;
  it.each<[string, StepDraft]>([
    ["a step for people", { expected: probe }],
    ["a step with a command", { ...automated, expected: probe }],
  ])("of %s: to do it by hand again, which runs nothing", (_, step) => {
    const by = step.action ? { byHand: true } : {};
    const lost = play(startedRun(procedureOf(step)), start("1", by), complete("1"), begin("1", 2), lose("1", 2));
    const { foot } = offersAt(lost, chie, "1");
    expect(foot.map(({ label }) => label)).toEqual(["Done by hand…", "Mark failed…", "Do it by hand"]);
    const again = foot.at(-1)?.command;
    expect(again && ask(lost, again, chie)).toMatchObject({ ok: true });
    expect(again && play(lost, { ...again }).run.steps[0]?.attempts.at(-1)).toMatchObject({ conduct: "hand" });
  });

  it("and where it saw that it is not so: by hand comes first", () => {
    const drawn = startedRun(procedureOf({ ...automated, expected: probe }));
    const not = finish("1", { kind: "probed", held: false, tries: 1, message: "m" }, 2);
    const failed = play(drawn, start("1", { byHand: true }), complete("1"), begin("1", 2), not);
    expect(labels(offersAt(failed, chie, "1"))).toEqual(["Retry step 1", "*Do it by hand", "Done by hand…", "Skip…"]);
  });
});

describe("in any state", () => {
  it.each(stateNames)("%s: at most one button is filled, and the rule accepts what is not blocked", (name) => {
    const at = stepThatIs(name);
    for (const person of [chie, olga, paul]) {
      const { foot, menu } = offersAt(at, person);
      expect(foot.filter(({ look }) => look === "primary").length).toBeLessThan(2);
      // Whom it names, is chosen later.
      for (const { command, blocked, asks } of [...foot, ...menu]) {
        if (!asks.choose) expect(ask(at, command, person).ok).toBe(blocked === null);
      }
    }
  });

  it.each(stateNames)("%s: an auditor is offered nothing", (name) => {
    const { foot, menu } = offersAt(stepThatIs(name), anna);
    expect([...foot, ...menu]).toEqual([]);
  });
});

describe("a step", () => {
  it("gives go to who may approve, and to nobody else", () => {
    const at = stepThatIs("awaiting approval");
    expect(labels(offersAt(at, paul))).toEqual(["*Approve step 2", "Reject…"]);
    expect(labels(offersAt(at, olga))).toEqual([]);
  });

  it("lets whoever its gate asks call for help, and no approver else", () => {
    const calls = (name: StateName, person: Person) =>
      offersAt(stepThatIs(name), person).menu.flatMap(({ command, blocked }) =>
        command.type === "help.ask" ? [blocked] : [],
      );
    expect(calls("awaiting approval", paul)).toEqual([null]);
    expect(calls("ready", paul)).toEqual([]);
    expect(calls("held at a hold point", paul)).toEqual([]);
    expect(calls("ready", olga)).toEqual([null]);
  });

  it("lets who fills a position vote, and no operator else", () => {
    const at = stepThatIs("at a go or no-go");
    expect(labels(offersAt(at, olga))).toEqual(["*Vote go as Lead…", "Vote no go as Lead…"]);
    expect(labels(offersAt(at, { ...olga, id: "00000000-0000-4000-8000-000000000009" }))).toEqual([]);
  });

  it("is started as it was approved, and breaking the glass is offered only while its gate is shut", () => {
    const glass = (name: StateName) =>
      offersAt(stepThatIs(name), chie).menu.some(({ label }) => label === "Break the glass…");
    expect(glass("awaiting approval to start")).toBe(true);
    expect(glass("ready, approved")).toBe(false);
    const [start] = offersAt(stepThatIs("ready, approved"), chie).foot;
    expect(start?.command).toEqual({ type: "step.start", step: "2", role: "destination", inputs: {} });
  });

  it("says whom another commander would have to take over from", () => {
    const other = { ...chie, id: "00000000-0000-4000-8000-000000000009", name: "Cora" };
    const [skip] = offersAt(stepThatIs("ready"), other).foot.filter(({ label }) => label === "Skip…");
    expect(skip?.blocked).toBe("Chie commands this run. Become commander first.");
  });

  it("that timed out is tried again with a reason while its command may go on, and without where it is gone", () => {
    const running = play(begun(play(startedRun(procedureOf(automated)), start("1")), "1"));
    const offered = (gone: boolean) =>
      offersAt(play(running, finish("1", { kind: "timed_out", gone })), chie, "1").foot.map(
        ({ label, asks, blocked }) => [label, asks.reason, blocked],
      )[0];
    expect(offered(true)).toEqual(["Retry step 1", undefined, null]);
    expect(offered(false)).toEqual(["Retry step 1…", "needed", null]);
  });

  it("offers the hand first where its site cannot run the command", () => {
    const lacking = procedureOf({ action: { argv: [{ site: "nothing" }], timeoutSeconds: 60 } });
    expect(labels(offersAt(startedRun(lacking), chie, "1"))).toEqual(["-Run step 1", "*Do it by hand", "Skip…"]);
  });

  const finals = [[{ irreversible: true }], [{ pointOfNoReturn: true }]] as const;

  it.each(finals)("is simulated in a drill, and then asks for no number: %o", (kind) => {
    const final = procedureOf({ ...automated, ...kind });
    const [start] = offersAt(startedRun(final, { mode: "drill" }), chie, "1").foot;
    expect([start?.label, start?.asks]).toEqual(["Simulate step 1", {}]);
  });

  it.each(finals)(
    "that cannot be undone asks for the number of the run and, if there is one, the reason: %o",
    (kind) => {
      const [start] = offersAt(startedRun(procedureOf(kind)), chie, "1").foot;
      expect([start?.label, start?.asks]).toEqual(["Start step 1…", { confirmation: "R-0042", reason: "optional" }]);
    },
  );

  it("says what it waits for", () => {
    const [start] = offersAt(startedRun(procedureOf({}, {})), olga).foot;
    expect(start?.blocked).toBe("Step 2 waits for step 1.");
  });

  it("cannot be started while the run is paused, and says why", () => {
    const [start] = offersAt(play(startedRun(procedureOf({})), pause), olga, "1").foot;
    expect(start?.blocked).toBe("The run is paused. It has to be resumed first.");
  });

  it("offers nothing but a note before the run starts", () => {
    const { foot, menu } = offersAt(draftRun(procedureOf({})), chie, "1");
    expect([foot, menu.map(({ label }) => label)]).toEqual([[], ["Add a note…"]]);
    expect(menu[0]?.asks, "and for whom it is").toEqual({ note: true, mentions: true });
  });
});

describe("a failed step", () => {
  it("that a hand has tried is tried again by hand, and by hand alone where its site cannot run the command", () => {
    const byHandOnce = (step: StepDraft) =>
      play(startedRun(procedureOf(step)), start("1", { byHand: true }), fail("1"));
    const lacking = byHandOnce({ action: { argv: [{ site: "nothing" }] } });
    const offers = ["*Do it by hand", "Done by hand…", "Skip…"];
    expect(labels(offersAt(lacking, chie, "1"))).toEqual(["-Retry step 1", ...offers]);
    expect(labels(offersAt(byHandOnce(automated), chie, "1"))).toEqual(["Retry step 1", ...offers]);
    const byMachine = play(begun(play(startedRun(procedureOf(automated)), start("1")), "1"), finish("1", exit(1)));
    expect(labels(offersAt(byMachine, chie, "1"))).toEqual(["*Retry step 1", "Done by hand…", "Skip…"]);
    expect(offersAt(byMachine, chie, "1").menu.map(({ label }) => label)).toContain("Do it by hand");
  });
});

describe("a failed step of two places", () => {
  it("is done by hand where it was tried", () => {
    const at = play(
      startedRun(procedureOf({ ...automated, roles: ["source", "destination"] })),
      start("1", { role: "destination" }),
    );
    const { menu } = offersAt(play(begun(at, "1"), finish("1", exit(1))), chie, "1");
    const byHand = menu.find(({ label }) => label === "Do it by hand");
    expect(byHand?.command).toEqual({ type: "step.retry", step: "1", role: "destination", byHand: true });
  });
});

describe("the run as a whole", () => {
  const procedure = procedureOf({}, { condition: when("source_up", "yes") });
  const words = (at: Play, person: Person) => {
    const { primary, menu } = runOffers({ ...at, person });
    return [primary?.label ?? "", ...menu.map(({ label }) => label)];
  };

  it.each<[string, Play, Person, string[]]>([
    [
      "a draft",
      draftRun(procedure),
      chie,
      ["Start run", "Offer command to somebody…", "Abort the run…", "Declare the run failed…"],
    ],
    [
      "one in progress",
      startedRun(procedure),
      chie,
      [
        "Pause…",
        "Offer command to somebody…",
        "Run ready steps automatically…",
        "Abort the run…",
        "Declare the run failed…",
      ],
    ],
    [
      "one that is paused",
      play(startedRun(procedure), pause),
      chie,
      [
        "Resume",
        "Offer command to somebody…",
        "Run ready steps automatically…",
        "Abort the run…",
        "Declare the run failed…",
      ],
    ],
    ["one that is over", play(startedRun(procedureOf({})), ...byHand("1")), chie, [""]],
    ["for an operator", startedRun(procedure), olga, [""]],
  ])("%s", (_, at, person, expected) => {
    expect(words(at, person)).toEqual(expected);
  });

  it("can be taken over by somebody else who may command", () => {
    const other = { ...chie, id: "00000000-0000-4000-8000-000000000009", name: "Cora" };
    expect(words(startedRun(procedure), other)[0]).toBe("Become commander…");
  });
});
