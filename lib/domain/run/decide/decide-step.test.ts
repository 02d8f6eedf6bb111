import { describe, expect, test } from "vitest";
import { type Command, StepCommand } from "#lib/domain/run/command.ts";
import { StepStatus } from "#lib/domain/run/state.ts";
import {
  addSubStep,
  approve,
  askHost,
  breakGlass,
  cancel,
  complete,
  decidePoll,
  fail,
  override,
  record,
  reject,
  release,
  reopen,
  request,
  retry,
  skip,
  start,
  tick,
  untick,
  vote,
} from "#lib/domain/testing/moves.ts";
import { answerAbout, ask, instant, play, stepOf } from "#lib/domain/testing/play.ts";
import { type StateName, stateNames, statusOf, stepThatIs } from "#lib/domain/testing/step-states.ts";

/** What a command gives in each state of its step: the step's own events, or the code of the rejection. */
type Row = { command: Command; gives: Partial<Record<StateName, string>>; otherwise: string };

const each = (states: readonly StateName[], result: string): Partial<Record<StateName, string>> =>
  Object.fromEntries(states.map((state) => [state, result]));

const withPeople: StateName[] = [
  "in progress by hand",
  "in progress by hand instead of its command",
  "in progress in a drill",
];
const withWorker: StateName[] = ["queued", "running its command"];
const onlyDecided: StateName[] = ["awaiting approval", "held at a hold point", "rejected"];
const atDecision: StateName[] = [
  ...(["awaiting approval", "held at a hold point"] as const),
  ...(["awaiting approval to start", "held before it starts", "at a go or no-go"] as const),
];
const atReady: StateName[] = ["ready", "ready, its approval not asked for", "ready, approved"];
const unsuccessful: StateName[] = ["failed", "timed out", "interrupted", "canceled"];

const rows: Row[] = [
  {
    command: start("2"),
    gives: {
      ready: "step.started",
      "ready, approved": "step.started",
      "ready, its approval not asked for": "gate_shut",
      "waiting for another": "step_waits",
      "not applicable": "step_not_applicable",
      undecided: "step_undecided",
    },
    otherwise: "step_in_other_state",
  },
  {
    command: retry("2"),
    gives: {
      ...each(["failed", "timed out", "canceled"], "step.started"),
      interrupted: "reason_required",
      ...each(["rejected", "not gone for"], "step.approval_requested"),
      ...each(["waiting for another", "not applicable", "undecided"], "step_not_retryable"),
    },
    otherwise: "step_in_other_state",
  },
  {
    command: askHost("2"),
    gives: { interrupted: "attempt.asked" },
    otherwise: "step_in_other_state",
  },
  {
    command: complete("2"),
    gives: {
      ...each([...withPeople, "awaiting confirmation"], "step.completed"),
      ...each([...withWorker, "being canceled"], "step_runs_a_command"),
    },
    otherwise: "step_in_other_state",
  },
  {
    command: fail("2"),
    gives: {
      ...each([...withPeople, "awaiting confirmation", "interrupted"], "step.failed"),
      ...each([...withWorker, "being canceled"], "step_runs_a_command"),
    },
    otherwise: "step_in_other_state",
  },
  {
    command: cancel("2"),
    gives: {
      queued: "step.canceled",
      "running its command": "step.cancel_requested",
      ...each(withPeople, "step_runs_no_command"),
    },
    otherwise: "step_in_other_state",
  },
  {
    command: skip("2"),
    gives: {
      ...each(["waiting for another", "undecided", ...atReady, ...atDecision], "step.skipped"),
      ...each([...unsuccessful, "not gone for"], "step.skipped"),
      ...each(onlyDecided, "gate_not_skippable"),
      "not applicable": "step_not_applicable",
    },
    otherwise: "step_in_other_state",
  },
  { command: override("2"), gives: each(unsuccessful, "step.overridden"), otherwise: "step_in_other_state" },
  {
    command: record("2", instant(4)),
    gives: {
      ...each([...withPeople, "awaiting confirmation", "ready"], "step.recorded"),
      ...each(["failed", "timed out", "canceled"], "step.recorded"),
      ...each(onlyDecided, "decision_not_recorded"),
      "waiting for another": "step_waits",
      "ready, approved": "step_waits",
      "not applicable": "step_not_applicable",
      undecided: "step_undecided",
      "ready, its approval not asked for": "gate_shut",
    },
    otherwise: "step_in_other_state",
  },
  {
    command: reopen("2"),
    gives: each(["completed", "overridden", "skipped"], "step.reopened, step.readied"),
    otherwise: "step_in_other_state",
  },
  {
    command: approve("2"),
    gives: {
      "awaiting approval": "gate.voted, step.approved",
      "awaiting approval to start": "gate.voted, gate.opened",
    },
    otherwise: "step_in_other_state",
  },
  {
    command: reject("2"),
    gives: each(["awaiting approval", "awaiting approval to start"], "gate.voted, step.rejected"),
    otherwise: "step_in_other_state",
  },
  {
    command: release("2"),
    gives: { "held at a hold point": "step.released", "held before it starts": "gate.opened" },
    otherwise: "step_in_other_state",
  },
  {
    command: request("2"),
    gives: {
      "ready, its approval not asked for": "step.approval_requested",
      "ready, approved": "gate_open_already",
      "awaiting approval to start": "step_in_other_state",
    },
    otherwise: "gate_asks_by_itself",
  },
  { command: vote("2", "go"), gives: { "at a go or no-go": "gate.voted" }, otherwise: "step_in_other_state" },
  {
    command: decidePoll("2", "go", "all but one"),
    gives: { "at a go or no-go": "gate.opened" },
    otherwise: "step_in_other_state",
  },
  {
    command: breakGlass("2"),
    gives: {
      ...each(["ready, its approval not asked for", "awaiting approval to start"], "gate.broken"),
      ...each(["held before it starts", "at a go or no-go", "not gone for"], "gate.broken"),
      ...each(onlyDecided, "gate.broken, step.overridden"),
      "ready, approved": "step_in_other_state",
    },
    otherwise: "no_gate",
  },
  {
    command: tick("2.1"),
    gives: each([...withPeople, ...withWorker, ...atDecision, "awaiting confirmation"], "sub_step.ticked"),
    otherwise: "step_in_other_state",
  },
  {
    command: untick("2.1"),
    gives: each([...withPeople, ...withWorker, ...atDecision, "awaiting confirmation"], "sub_step_not_ticked"),
    otherwise: "step_in_other_state",
  },
  {
    command: addSubStep("2"),
    gives: each(["completed", "overridden", "skipped"], "step_in_other_state"),
    otherwise: "sub_step.added",
  },
];

const cells = rows.flatMap(({ command, gives, otherwise }) =>
  stateNames.map((state) => ({ command, state, result: gives[state] ?? otherwise })),
);

describe("A step command in each state of its step", () => {
  test.each(cells.map((cell) => [`${cell.command.type} while ${cell.state} gives ${cell.result}`, cell] as const))(
    "%s",
    (_, { command, state, result }) => {
      const before = stepThatIs(state);
      expect(stepOf(before, "2").status).toBe(statusOf(state));
      expect(answerAbout("2", ask(before, command))).toBe(result);
    },
  );

  test("the table has a row for every step command", () => {
    const types = StepCommand.options.map((option) => option.shape.type.value);
    expect(rows.map((row) => row.command.type).sort()).toEqual([...types].sort());
  });

  test("the table has a column for every status", () => {
    expect(new Set(stateNames.map(statusOf))).toEqual(new Set(StepStatus.options));
  });
});

describe("The refusal of a step command", () => {
  test("says who brought the step into its state, and when", () => {
    const before = stepThatIs("completed");
    const { by, since } = stepOf(before, "2");
    expect(by.name).toBe("Chie");
    expect(ask(before, start("2"))).toEqual({
      ok: false,
      rejection: { code: "step_in_other_state", step: "2", status: "completed", by, at: since },
    });
  });

  test("names the step the other one waits for", () => {
    expect(ask(stepThatIs("waiting for another"), start("2"))).toEqual({
      ok: false,
      rejection: { code: "step_waits", step: "2", for: ["1"] },
    });
  });

  test("names the facts, by what people call them, that leave the step undecided", () => {
    expect(ask(stepThatIs("undecided"), start("2"))).toEqual({
      ok: false,
      rejection: { code: "step_undecided", step: "2", facts: ["source operating"] },
    });
  });

  test.each(rows.map(({ command }) => [command.type, command] as const))(
    "%s is refused for a step the procedure does not have",
    (_, command) => {
      const unknown = { ...command, step: "99" } as Command;
      expect(ask(stepThatIs("ready"), unknown)).toEqual({
        ok: false,
        rejection: { code: "step_not_found", step: "99" },
      });
    },
  );
});

describe("What was said with a step command", () => {
  test("is kept on the step as reason, note or evidence until it leaves that state", () => {
    expect(stepOf(stepThatIs("skipped"), "2").reason).toBe("not needed today");
    expect(stepOf(stepThatIs("overridden"), "2")).toMatchObject({
      reason: "done on the console of the array",
      evidence: "ticket 7",
    });
    const reopened = stepOf(play(stepThatIs("overridden"), reopen("2")), "2");
    expect(reopened).not.toHaveProperty("evidence");
    expect(reopened).not.toHaveProperty("reason");
  });

  test("is kept as the note of a completed or approved step", () => {
    const completed = play(stepThatIs("in progress by hand"), { type: "step.complete", step: "2", note: "two disks" });
    const approved = play(stepThatIs("awaiting approval"), { type: "step.approve", step: "2", note: "go" });
    expect([stepOf(completed, "2").note, stepOf(approved, "2").note]).toEqual(["two disks", "go"]);
  });
});
