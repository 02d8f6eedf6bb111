import { describe, expect, test } from "vitest";
import type { Report } from "#lib/domain/run/command.ts";
import type { Ended, StepStatus } from "#lib/domain/run/state.ts";
import {
  abort,
  addSubStep,
  begin,
  cancel,
  complete,
  exit,
  finish,
  lose,
  retry,
  start,
  tick,
} from "#lib/domain/testing/moves.ts";
import { answer, answerAbout, ask, type Play, play, startedRun, statuses, stepOf } from "#lib/domain/testing/play.ts";
import { automated, confirmed, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";
import { type StateName, stateNames, stepThatIs } from "#lib/domain/testing/step-states.ts";

const begun = (step: StepDraft): Play => play(startedRun(procedureOf(step, {})), start("1"), begin("1"));

describe("The end of a command", () => {
  test.each<[string, Ended, StepStatus, string | undefined]>([
    ["exit code 0", exit(0), "completed", undefined],
    ["another exit code", exit(3), "failed", "The command ended with exit code 3."],
    ["a negative exit code", exit(-1), "failed", "The command ended with exit code -1."],
    ["a signal", { kind: "signaled", signal: "SIGSEGV" }, "failed", "The command was ended by signal SIGSEGV."],
    ["not being run", { kind: "not_run", message: "no such file" }, "failed", "The command was not run: no such file"],
    [
      "the time being up",
      { kind: "timed_out", gone: true },
      "timed_out",
      "The time was up; the process is known to be gone.",
    ],
    [
      "the time being up, the process perhaps still there",
      { kind: "timed_out", gone: false },
      "timed_out",
      "The time was up; whether the process is gone is not known.",
    ],
    ["being canceled", { kind: "canceled", gone: true }, "canceled", "Canceled; the process is known to be gone."],
    [
      "being canceled, the process perhaps still there",
      { kind: "canceled", gone: false },
      "canceled",
      "Canceled; whether the process is gone is not known.",
    ],
  ])("by %s", (_, result, status, reason) => {
    const step = stepOf(play(begun(automated), finish("1", result)), "1");
    expect([step.status, step.reason]).toEqual([status, reason]);
    expect(step.attempts[0]?.ended).toMatchObject({ result, durationMs: 1_200, output: { lines: 3 } });
  });

  test("with success makes the next step ready", () => {
    expect(answer(ask(begun(automated), finish("1", exit(0))))).toBe("attempt.finished, step.completed, step.readied");
  });

  test("without success pauses nothing and holds back only what comes after", () => {
    const independent = procedureOf(automated, { dependsOn: [] }, { dependsOn: ["1"] });
    const failed = play(startedRun(independent), start("1"), begin("1"), finish("1", exit(1)));
    expect(failed.run.status).toBe("in_progress");
    expect(statuses(failed)).toBe("failed, ready, not_started");
  });

  test("with success asks a person where the step says so", () => {
    const asked = play(begun(confirmed), finish("1", exit(0)));
    expect(statuses(asked)).toBe("awaiting_confirmation, not_started");
    expect(statuses(play(asked, complete("1")))).toBe("completed, ready");
  });

  test("without success asks nobody", () => {
    expect(statuses(play(begun(confirmed), finish("1", exit(1))))).toBe("failed, not_started");
  });

  test("with success leaves a step with open sub-steps to a person", () => {
    const asked = play(begun(automated), addSubStep("1"), finish("1", exit(0)));
    expect(answer(ask(asked, complete("1")))).toBe("sub_steps_open");
    expect(statuses(play(asked, tick("1.1"), complete("1")))).toBe("completed, ready");
  });
});

/** The attempt of every state below is number 1, so what is refused is refused for the state and not for the number. */
describe("A report in each state of its step", () => {
  const rows: { report: Report; accepted: Partial<Record<StateName, string>> }[] = [
    { report: begin("2"), accepted: { queued: "attempt.started" } },
    {
      report: finish("2", exit(0)),
      accepted: {
        "running its command": "attempt.finished, step.completed",
        "being canceled": "attempt.finished, step.completed",
      },
    },
    {
      report: finish("2", { kind: "not_run", message: "no such program" }),
      accepted: {
        queued: "attempt.finished, step.failed",
        "running its command": "attempt.finished, step.failed",
        "being canceled": "attempt.finished, step.failed",
      },
    },
    {
      report: lose("2"),
      accepted: { "running its command": "step.interrupted", "being canceled": "step.interrupted" },
    },
  ];
  const cells = rows.flatMap(({ report, accepted }) =>
    stateNames.map((state) => ({ report, state, result: accepted[state] ?? "attempt_superseded" })),
  );
  const kind = (report: Report) =>
    report.type === "attempt.finish" ? `${report.type} ${report.result.kind}` : report.type;

  test.each(cells.map((cell) => [`${kind(cell.report)} while ${cell.state} gives ${cell.result}`, cell] as const))(
    "%s",
    (_, { report, state, result }) => {
      expect(answerAbout("2", ask(stepThatIs(state), report))).toBe(result);
    },
  );
});

describe("The fence", () => {
  const second = () => play(begun(automated), finish("1", exit(1)), retry("1"));

  test.each([begin("1", 1), finish("1", exit(0), 1), lose("1", 1)])(
    "refuses what the attempt before still reports ($type)",
    (report) => {
      expect(ask(play(second(), begin("1", 2)), report)).toEqual({
        ok: false,
        rejection: { code: "attempt_superseded", step: "1", attempt: 1 },
      });
      expect(answer(ask(second(), report))).toBe("attempt_superseded");
    },
  );

  test("accepts the attempt that is running", () => {
    expect(statuses(play(second(), begin("1", 2), finish("1", exit(0), 2)))).toBe("completed, ready");
  });

  test("refuses a second worker for the same attempt", () => {
    expect(answer(ask(begun(automated), begin("1")))).toBe("attempt_superseded");
  });

  test("refuses a begin after the step was canceled in the queue", () => {
    const canceled = play(startedRun(procedureOf(automated)), start("1"), cancel("1"));
    expect(statuses(canceled)).toBe("canceled");
    expect(answer(ask(canceled, begin("1")))).toBe("attempt_superseded");
  });

  test("refuses an end that comes after the worker was given up", () => {
    expect(answer(ask(play(begun(automated), lose("1")), finish("1", exit(0))))).toBe("attempt_superseded");
  });

  test("refuses reports of a step that a person does by hand", () => {
    const hand = play(startedRun(procedureOf(automated)), start("1", { byHand: true }));
    expect(answer(ask(hand, begin("1")))).toBe("attempt_superseded");
  });

  test("refuses a step that does not exist", () => {
    expect(answer(ask(begun(automated), begin("7")))).toBe("step_not_found");
  });
});

describe("Aborting a run", () => {
  const independent = procedureOf(
    { ...automated, dependsOn: [] },
    { ...automated, dependsOn: [] },
    { dependsOn: [] },
    { dependsOn: [], kind: "approval" },
    { ...confirmed, dependsOn: [] },
    { ...confirmed, dependsOn: [] },
    { dependsOn: [] },
  );
  const busy = () =>
    play(
      startedRun(independent),
      ...[start("1"), begin("1"), start("2"), start("3")],
      ...[start("5"), begin("5"), finish("5", exit(0)), start("6"), begin("6")],
    );

  test("asks what runs to end, ends what waits or is done by hand, and takes back what was offered", () => {
    expect(statuses(busy())).toBe(
      "in_progress, in_progress, in_progress, awaiting_approval, awaiting_confirmation, in_progress, ready",
    );
    const aborted = play(busy(), abort);
    expect(statuses(aborted)).toBe("canceling, canceled, canceled, not_started, canceled, canceling, not_started");
    expect(stepOf(aborted, "3").reason).toBe("the run was aborted");
    expect(stepOf(aborted, "3").attempts[0]?.ended).toBeDefined();
  });

  test("still accepts what the running commands report, and stays aborted", () => {
    const ended = play(busy(), abort, finish("1", { kind: "canceled", gone: true }));
    expect(stepOf(ended, "1").status).toBe("canceled");
    expect(ended.run.status).toBe("aborted");
  });

  test("keeps that a command succeeded before it could be stopped", () => {
    const ended = play(busy(), abort, finish("1", exit(0)));
    expect(stepOf(ended, "1")).toMatchObject({ status: "completed", attempts: [{ ended: { result: exit(0) } }] });
    expect(ended.run.status).toBe("aborted");
  });

  test("leaves no step waiting for a confirmation that nobody can give any more", () => {
    const ended = play(busy(), abort, finish("6", exit(0)));
    expect(stepOf(ended, "6")).toMatchObject({ status: "canceled", attempts: [{ ended: { result: exit(0) } }] });
  });

  test("accepts that a worker was lost", () => {
    expect(stepOf(play(busy(), abort, lose("1")), "1").status).toBe("interrupted");
  });

  test("refuses to begin what was still in the queue", () => {
    expect(answer(ask(play(busy(), abort), begin("2")))).toBe("attempt_superseded");
  });

  test("makes no step ready when a command ends afterwards", () => {
    const chain = play(startedRun(procedureOf(automated, {})), start("1"), begin("1"), abort, finish("1", exit(0)));
    expect(statuses(chain)).toBe("completed, not_started");
  });
});
