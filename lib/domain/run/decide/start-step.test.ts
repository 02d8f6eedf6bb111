import { describe, expect, test } from "vitest";
import type { DrillConduct } from "#lib/domain/procedure.ts";
import { deviationsIn } from "#lib/domain/report/deviations.ts";
import {
  answerFact,
  approve,
  begin,
  byHand,
  cancel,
  complete,
  fail,
  finish,
  pause,
  reject,
  reopen,
  retry,
  skip,
  start,
  tick,
} from "#lib/domain/testing/moves.ts";
import { answer, ask, play, startedRun, statuses, stepOf } from "#lib/domain/testing/play.ts";
import { automated, confirmed, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { stepThatIs } from "#lib/domain/testing/step-states.ts";

const begun = (step: StepDraft, how = {}) => play(startedRun(procedureOf(step, {})), start("1", how));
const lastAttemptOf = (now: ReturnType<typeof begun>) => stepOf(now, "1").attempts.at(-1);

describe("Starting an automated step", () => {
  test("freezes the command, resolved at the site, in the attempt", () => {
    expect(lastAttemptOf(begun(automated))).toMatchObject({
      number: 1,
      conduct: "command",
      role: "destination",
      site: "Osaka",
      command: { argv: ["/bin/copy", "/srv/osaka"], timeoutSeconds: 60 },
    });
  });

  test("by hand needs no command", () => {
    const attempt = lastAttemptOf(begun(automated, { byHand: true }));
    expect(attempt?.conduct).toBe("hand");
    expect(attempt).not.toHaveProperty("command");
  });

  const unresolvable = { action: { argv: ["/bin/copy", { site: "tape" }, { site: "disk", of: "source" }] } };

  test("is refused where a site does not say what the command needs, with all that is missing", () => {
    expect(ask(startedRun(procedureOf(unresolvable)), start("1"))).toEqual({
      ok: false,
      rejection: {
        code: "command_unresolved",
        step: "1",
        missing: [
          { kind: "parameter", site: "Osaka", parameter: "tape" },
          { kind: "parameter", site: "Tokyo", parameter: "disk" },
        ],
      },
    });
  });

  test("that cannot be resolved may still be done by hand", () => {
    expect(answer(ask(startedRun(procedureOf(unresolvable)), start("1", { byHand: true })))).toBe("step.started");
  });

  test("that cannot be resolved may still be simulated in a drill", () => {
    const drill = startedRun(procedureOf(unresolvable, {}), { mode: "drill" });
    expect(answer(ask(drill, start("1")))).toBe("step.started, step.completed, step.readied");
  });
});

test("Doing by hand is refused for a step that has no command", () => {
  expect(answer(ask(startedRun(procedureOf({})), start("1", { byHand: true })))).toBe("step_not_automated");
});

describe("A step with two possible places", () => {
  const step = { ...automated, roles: ["source", "destination"] };

  test("takes place at the first where none is chosen", () => {
    expect(lastAttemptOf(begun(step))).toMatchObject({ role: "source", site: "Tokyo" });
  });

  test("takes place, with its command, at the one chosen", () => {
    expect(lastAttemptOf(begun(step, { role: "destination" }))).toMatchObject({
      site: "Osaka",
      command: { argv: ["/bin/copy", "/srv/osaka"] },
    });
  });

  test("takes place nowhere else", () => {
    expect(ask(startedRun(procedureOf(automated)), start("1", { role: "source" }))).toEqual({
      ok: false,
      rejection: { code: "role_not_of_step", step: "1", roles: ["destination"] },
    });
  });
});

describe.each([
  ["that is irreversible", { irreversible: true }],
  ["that is the point of no return", { pointOfNoReturn: true }],
] as const)("A step %s", (_, final) => {
  const step = { ...final, inDrill: "run" } as const;
  const run = (mode: "live" | "drill" = "live") => startedRun(procedureOf(step, {}), { mode });
  const required = { ok: false, rejection: { code: "confirmation_required", step: "1", label: "R-0042" } };

  test.each(["", "r-0042", "R-42", "yes"])('is not started by typing "%s"', (confirmation) => {
    expect(ask(run(), start("1", { confirmation }))).toEqual(required);
  });

  test("keeps why it was started where somebody says so, and counts as no deviation", () => {
    const at = play(run(), start("1", { confirmation: "R-0042", reason: "the array is dark" }));
    expect(lastAttemptOf(at)).toMatchObject({ why: "the array is dark" });
    const again = play(at, fail("1"), retry("1", { confirmation: "R-0042", reason: "the cable was loose" }));
    expect(lastAttemptOf(again)).toMatchObject({ number: 2, why: "the cable was loose" });
    expect(deviationsIn(again.log)).toEqual([]);
  });

  test("is started by typing the label of the run, also in a drill that acts for real", () => {
    expect(ask(run(), start("1"))).toEqual(required);
    expect(ask(run("drill"), start("1"))).toEqual(required);
    expect(answer(ask(run("drill"), start("1", { confirmation: "R-0042" })))).toBe("step.started");
  });

  test("asks again when it is retried", () => {
    const failed = play(run(), start("1", { confirmation: "R-0042" }), fail("1"));
    expect(ask(failed, retry("1"))).toEqual(required);
    expect(answer(ask(failed, retry("1", { confirmation: "R-0042" })))).toBe("step.started");
  });

  test("asks nothing where a drill only simulates it", () => {
    const simulated = startedRun(procedureOf({ ...final, inDrill: "simulate" }), { mode: "drill" });
    expect(answer(ask(simulated, start("1")))).toBe("step.started");
  });

  test("asks also when its command is done by hand", () => {
    const both = startedRun(procedureOf({ ...automated, ...final }));
    expect(answer(ask(both, start("1", { byHand: true })))).toBe("confirmation_required");
  });
});

describe("A step in a drill", () => {
  const inDrill = (conduct: DrillConduct, step: StepDraft = {}) =>
    startedRun(procedureOf({ ...step, inDrill: conduct }, {}), { mode: "drill" });

  test.each<[DrillConduct, string, StepDraft, string]>([
    ["run", "manual", {}, "step.started"],
    ["run", "automated", automated, "step.started"],
    ["simulate", "manual", {}, "step.started"],
    ["simulate", "automated", automated, "step.started, step.completed, step.readied"],
    ["simulate", "automated, to be confirmed", confirmed, "step.started, step.completed, step.readied"],
    ["skip", "manual", {}, "step_not_applicable"],
    ["skip", "automated", automated, "step_not_applicable"],
  ])("that says %s and is %s: %s", (conduct, _, step, result) => {
    expect(answer(ask(inDrill(conduct, step), start("1")))).toBe(result);
  });

  test("sends a command only where the step says run", () => {
    const conductOf = (conduct: DrillConduct) => lastAttemptOf(play(inDrill(conduct, automated), start("1")))?.conduct;
    expect([conductOf("run"), conductOf("simulate")]).toEqual(["command", "simulated"]);
  });

  test("that is simulated shows the command it would have run", () => {
    const simulated = lastAttemptOf(play(inDrill("simulate", automated), start("1")));
    expect(simulated?.command).toMatchObject({ argv: ["/bin/copy", "/srv/osaka"] });
    expect(simulated?.ended).toBeDefined();
  });

  test("that is simulated by hand is marked by the person who does it", () => {
    const byPerson = play(inDrill("simulate", automated), start("1", { byHand: true }));
    expect(lastAttemptOf(byPerson)).toMatchObject({ conduct: "simulated" });
    expect(statuses(byPerson)).toBe("in_progress, not_started");
    expect(statuses(play(byPerson, complete("1")))).toBe("completed, ready");
  });

  test("that is simulated waits for its sub-steps", () => {
    const step = { ...automated, subSteps: [{ number: "1.1", title: "Look" }] };
    const simulated = play(inDrill("simulate", step), start("1"));
    expect(statuses(simulated)).toBe("awaiting_confirmation, not_started");
    expect(answer(ask(play(simulated, tick("1.1")), { type: "step.complete", step: "1" }))).toContain("step.completed");
  });

  test("that is left out lets the next begin and is no exception at the end", () => {
    const left = inDrill("skip");
    expect(statuses(left)).toBe("not_started, ready");
    expect(play(left, ...byHand("2")).run.status).toBe("completed");
  });

  test("that drills leave out applies in a live run", () => {
    expect(statuses(startedRun(procedureOf({ inDrill: "skip" }, {})))).toBe("ready, not_started");
  });
});

describe("A retry", () => {
  test("is a new attempt, and the attempts before it stay", () => {
    const retried = play(stepThatIs("timed out"), retry("2"));
    expect(stepOf(retried, "2").attempts.map(({ number, ended }) => [number, ended?.result?.kind])).toEqual([
      [1, "timed_out"],
      [2, undefined],
    ]);
  });

  test("may be done by hand instead", () => {
    const retried = play(stepThatIs("timed out"), retry("2", { byHand: true }));
    expect(stepOf(retried, "2").attempts.map((attempt) => attempt.conduct)).toEqual(["command", "hand"]);
  });

  test("of an interrupted step needs a reason, which the log keeps", () => {
    const interrupted = stepThatIs("interrupted");
    expect(answer(ask(interrupted, retry("2")))).toBe("reason_required");
    const retried = play(interrupted, retry("2", { reason: "the folder is empty" }));
    expect(retried.log.at(-1)?.event).toMatchObject({
      type: "step.started",
      attempt: 2,
      reason: "the folder is empty",
    });
  });

  test.each(["timed_out", "canceled"] as const)(
    "of a step that %s needs a reason unless the process is gone",
    (kind) => {
      const running = play(begun(automated), begin("1"), ...(kind === "canceled" ? [cancel("1")] : []));
      const gone = play(running, finish("1", { kind, gone: true }));
      const perhapsThere = play(running, finish("1", { kind, gone: false }));
      expect(answer(ask(gone, retry("1")))).toBe("step.started");
      expect(answer(ask(perhapsThere, retry("1")))).toBe("reason_required");
      expect(answer(ask(perhapsThere, retry("1", { reason: "killed it on the host" })))).toBe("step.started");
    },
  );

  test("of a rejected step asks for the decision again", () => {
    const asked = play(stepThatIs("rejected"), retry("2"));
    expect(statuses(asked)).toBe("completed, awaiting_approval, not_started");
    expect(statuses(play(asked, approve("2")))).toBe("completed, completed, ready");
    expect(stepOf(play(asked, reject("2")), "2").attempts).toEqual([]);
  });

  test.each(["failed", "rejected"] as const)("of a %s step waits while the run is paused", (state) => {
    expect(answer(ask(play(stepThatIs(state), pause), retry("2")))).toBe("run_paused");
  });

  test("of a reopened step is not one: it is started, with the next number", () => {
    const again = play(stepThatIs("completed"), reopen("2"), start("2"));
    expect(stepOf(again, "2").attempts.map((attempt) => attempt.number)).toEqual([1, 2]);
  });
});

describe("A step that failed before the situation changed", () => {
  const procedure = procedureOf({ condition: when("firewalls", "yes") }, { condition: when("source_up", "yes") }, {});
  const failed = () =>
    play(startedRun(procedure, { facts: { firewalls: "no", source_up: "yes" } }), ...[start("2"), fail("2")]);

  test("is not tried again when it no longer applies", () => {
    expect(answer(ask(play(failed(), answerFact("source_up", "no")), retry("2")))).toBe("step_not_applicable");
  });

  test("is not tried again while it is undecided whether it applies", () => {
    expect(answer(ask(play(failed(), answerFact("source_up", "unknown")), retry("2")))).toBe("step_undecided");
  });

  test("is not tried again before a step that now comes before it", () => {
    const waits = play(failed(), answerFact("firewalls", "yes"));
    expect(ask(waits, retry("2"))).toEqual({ ok: false, rejection: { code: "step_waits", step: "2", for: ["1"] } });
    expect(answer(ask(play(waits, ...byHand("1")), retry("2")))).toBe("step.started");
  });

  test("holds the run until somebody decides about it", () => {
    const changed = play(failed(), answerFact("source_up", "no"));
    expect(changed.run.status).toBe("in_progress");
    expect(statuses(changed)).toBe("not_started, failed, not_started");
    expect(statuses(play(changed, skip("2")))).toBe("not_started, skipped, ready");
  });
});
