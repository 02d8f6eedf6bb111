import { describe, expect, test } from "vitest";
import { type Command, StepCommand } from "#lib/domain/run/command.ts";
import { decide } from "#lib/domain/run/decide/decide.ts";
import { RunStatus } from "#lib/domain/run/state.ts";
import { abort, answerFact, byHand, pause, resume, skip, start } from "#lib/domain/testing/moves.ts";
import {
  adam,
  answer,
  ask,
  chie,
  draftRun,
  instant,
  type Play,
  play,
  playBy,
  startedRun,
  statuses,
} from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const two = procedureOf({}, {});
const failRun: Command = { type: "run.fail", reason: "the data is lost" };
const take: Command = { type: "command.take", reason: "Chie went home" };

const runThatIs: Record<RunStatus, () => Play> = {
  draft: () => draftRun(two),
  in_progress: () => startedRun(two),
  paused: () => play(startedRun(two), pause),
  completed: () => play(startedRun(two), ...byHand("1"), ...byHand("2")),
  completed_with_exceptions: () => play(startedRun(two), ...byHand("1"), skip("2")),
  aborted: () => play(startedRun(two), abort),
  failed: () => play(startedRun(two), failRun),
};

/** In order: draft, in progress, paused, and over (in any of the four ways). */
type Row = [command: Command, draft: string, inProgress: string, paused: string, over: string];

const rows: Row[] = [
  [{ type: "run.start" }, "run.started, step.readied", "run_already_started", "run_already_started", "run_over"],
  [pause, "run_not_started", "run.paused", "run_paused", "run_over"],
  [resume, "run_not_paused", "run_not_paused", "run.resumed", "run_over"],
  [abort, "run.aborted", "step.withheld, run.aborted", "step.withheld, run.aborted", "run_over"],
  [failRun, "run_not_started", "step.withheld, run.failed", "step.withheld, run.failed", "run_over"],
  [take, "command.taken", "command.taken", "command.taken", "run_over"],
  [answerFact("source_up", "yes"), "fact.answered", "fact.answered", "fact.answered", "run_over"],
  [{ type: "note.add", text: "a note" }, "note.added", "note.added", "note.added", "note.added"],
  [start("1"), "run_not_started", "step.started", "run_paused", "run_over"],
];

const cells = rows.flatMap(([command, ...results]) =>
  RunStatus.options.map((status, i) => ({ command, status, result: results[Math.min(i, 3)] ?? "" })),
);

describe("A run command in each status of its run", () => {
  test.each(
    cells.map((cell) => [`${cell.command.type} while the run is ${cell.status} gives ${cell.result}`, cell] as const),
  )("%s", (_, { command, status, result }) => {
    const before = runThatIs[status]();
    expect(before.run.status).toBe(status);
    expect(answer(ask(before, command, command === take ? adam : chie))).toBe(result);
  });

  const stepTypes = StepCommand.options.map((option) => option.shape.type.value);

  test.each(stepTypes)("%s is refused before the run starts and after it is over", (type) => {
    const command = { type, step: "1", subStep: "1.1", reason: "r", evidence: "e", title: "t" } as Command;
    const actor = { ...adam, id: chie.id };
    expect(answer(ask(runThatIs.draft(), command, actor))).toBe("run_not_started");
    for (const status of ["completed", "completed_with_exceptions", "aborted", "failed"] as const) {
      expect(ask(runThatIs[status](), command, actor)).toEqual({ ok: false, rejection: { code: "run_over", status } });
    }
  });
});

test("Who comes second with the step that ended the run is told who was first", () => {
  const answered = ask(runThatIs.completed(), { type: "step.complete", step: "2" }, chie);
  expect(answered).toMatchObject({ ok: false, rejection: { code: "step_in_other_state", status: "completed" } });
});

describe("The times of a run", () => {
  test("say when it started and when it was over", () => {
    const { run } = runThatIs.completed();
    expect([run.createdAt, run.startedAt, run.endedAt]).toEqual([
      "2026-01-01T00:00:00.000Z",
      "2026-01-01T00:00:01.000Z",
      expect.stringMatching(/^2026-01-01T00:00:/),
    ]);
    expect(runThatIs.paused().run.endedAt).toBeNull();
  });

  test.each(["completed", "completed_with_exceptions", "aborted", "failed"] as const)(
    "a run that is %s has an end",
    (status) => {
      expect(runThatIs[status]().run.endedAt).not.toBeNull();
    },
  );
});

describe("A run is declared", () => {
  test("when it is started, where nobody stated when", () => {
    const draft = draftRun(two, { undeclared: true });
    const { run, log } = playBy({ ...draft, run: { ...draft.run, seq: 3_600 } }, chie, { type: "run.start" });
    expect(draft.run.declaredAt).toBeNull();
    expect(run).toMatchObject({ declaredAt: instant(3_600), startedAt: instant(3_600), createdAt: instant(0) });
    expect(log[1]?.event).toEqual({ type: "run.started", declaredAt: instant(3_600) });
  });

  test("when somebody said, however much later it is started", () => {
    const draft = draftRun(two);
    const { run, log } = playBy({ ...draft, run: { ...draft.run, seq: 3_600 } }, chie, { type: "run.start" });
    expect(run).toMatchObject({ declaredAt: instant(0), startedAt: instant(3_600) });
    expect(log[1]?.event).toEqual({ type: "run.started" });
  });

  test("when it is started over another run, too", () => {
    const { procedure, run } = draftRun(two, { undeclared: true });
    const locks = [{ run: "R-0041", procedure: true, sites: [] }];
    const override = { reason: "it hangs", confirmation: "R-0042" };
    const decision = decide({ procedure, run, actor: chie, now: instant(9), locks }, { type: "run.start", override });
    expect(decision).toMatchObject({ ok: true, run: { declaredAt: instant(9), brokeLock: { over: ["R-0041"] } } });
  });

  test("never, where it was aborted as a draft", () => {
    expect(play(draftRun(two, { undeclared: true }), abort).run.declaredAt).toBeNull();
  });
});

describe("Where a run stood when it was aborted or failed", () => {
  const beside = procedureOf({}, { dependsOn: [] }, { dependsOn: ["1"] });
  const fails: Command = { type: "step.fail", step: "1", reason: "no access" };

  test.each<[string, Play, string[] | undefined]>([
    ["is at what was next", startedRun(beside), ["1", "2"]],
    ["is at what was being done, not at what was next beside it", play(startedRun(beside), start("2")), ["2"]],
    ["is at what had failed", play(startedRun(beside), start("1"), fails), ["1"]],
    ["goes on with what is done", play(startedRun(beside), ...byHand("1"), ...byHand("2")), ["3"]],
    ["is nowhere before it is started", draftRun(beside), undefined],
  ])("%s", (_, at, steps) => {
    expect(play(at, abort).run.stopped?.steps).toEqual(steps);
    if (steps) expect(play(at, failRun).run.stopped?.steps).toEqual(steps);
  });
});

describe("A pause", () => {
  test("stops new steps and keeps its reason until the run resumes", () => {
    const paused = runThatIs.paused();
    expect(ask(paused, start("1"))).toEqual({ ok: false, rejection: { code: "run_paused" } });
    expect(paused.run.reason).toBe("lunch");
    expect(play(paused, resume).run).not.toHaveProperty("reason");
  });

  test.each(["paused", "aborted", "failed"] as const)("a run that is %s says by whom and since when", (status) => {
    const { run, log } = runThatIs[status]();
    const told = log.find(({ event }) => event.type === `run.${status}`);
    const steps = status === "paused" ? {} : { steps: ["1"] };
    expect(run.stopped).toEqual({ by: { id: chie.id, name: "Chie" }, at: told?.at, ...steps });
  });

  test("is nobody's any more when the run resumes, and whoever aborts a paused run has ended it", () => {
    const paused = runThatIs.paused();
    expect(play(paused, resume).run).not.toHaveProperty("stopped");
    const taken = playBy(playBy(paused, adam, take), adam, abort);
    expect(taken.run.stopped?.by.name).toBe("Adam");
  });

  test("lets what is in progress go on to its end, and makes the next ready", () => {
    const paused = play(startedRun(two), start("1"), pause, { type: "step.complete", step: "1" });
    expect(statuses(paused)).toBe("completed, ready");
  });

  test("holds the end of a run whose last step ended meanwhile, until it resumes", () => {
    const ended = play(startedRun(two), ...byHand("1"), start("2"), pause, { type: "step.complete", step: "2" });
    expect(ended.run.status).toBe("paused");
    expect(answer(ask(ended, resume))).toBe("run.resumed, run.completed");
    expect(play(ended, resume).run.status).toBe("completed");
  });
});

describe("Taking command", () => {
  test("makes the taker the commander and says from whom", () => {
    const taken = playBy(startedRun(two), adam, take);
    expect(taken.run.commander).toEqual({ id: adam.id, name: "Adam" });
    expect(taken.log.at(-1)?.event).toMatchObject({ from: { name: "Chie" }, to: { name: "Adam" } });
  });

  test("takes it away from the one who had it, who may take it back", () => {
    const taken = playBy(startedRun(two), adam, take);
    expect(ask(taken, pause)).toEqual({
      ok: false,
      rejection: { code: "not_commander", commander: { id: adam.id, name: "Adam" } },
    });
    expect(playBy(taken, chie, take).run.commander.name).toBe("Chie");
  });

  test("is refused to the commander", () => {
    expect(answer(ask(startedRun(two), take))).toBe("already_commander");
  });
});

describe("A note", () => {
  test("may be about a step the procedure has, and no other", () => {
    const about = (step: string) => answer(ask(startedRun(two), { type: "note.add", text: "look", step }));
    expect([about("2"), about("9")]).toEqual(["note.added", "step_not_found"]);
  });

  test("changes nothing but the number of the last event", () => {
    const before = runThatIs.aborted();
    const after = play(before, { type: "note.add", text: "we learned much" });
    expect(after.run).toEqual({ ...before.run, seq: before.run.seq + 1 });
  });
});

describe("Answering a fact", () => {
  test("is refused where the procedure does not ask it, or the answer is the same", () => {
    const before = draftRun(two, { facts: { source_up: "yes" } });
    expect(answer(ask(before, answerFact("moon_full", "yes")))).toBe("fact_not_found");
    expect(answer(ask(before, answerFact("source_up", "yes")))).toBe("fact_unchanged");
    expect(answer(ask(before, answerFact("firewalls", "unknown")))).toBe("fact_unchanged");
  });

  test("keeps the answer it replaces", () => {
    const after = play(draftRun(two, { facts: { source_up: "yes" } }), answerFact("source_up", "no"));
    expect(after.log.at(-1)?.event).toEqual({
      type: "fact.answered",
      fact: "source_up",
      answer: "no",
      before: "yes",
    });
    expect(after.run.facts).toEqual({ source_up: "no" });
  });
});
