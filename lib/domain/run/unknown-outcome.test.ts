import { describe, expect, test } from "vitest";
import type { Finding } from "#lib/domain/run/state.ts";
import { abort, askHost, begin, complete, exit, finish, found, lose, retry, start } from "#lib/domain/testing/moves.ts";
import { answer, ask, lastOf, type Play, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

const lost = (step: StepDraft = automated): Play =>
  play(startedRun(procedureOf(step)), start("1"), begin("1"), lose("1"));

describe("Asking the host", () => {
  test("is for an unknown outcome, and not again before the answer", () => {
    const asked = play(lost(), askHost("1"));
    expect(asked.run.steps[0]?.status).toBe("interrupted");
    expect(answer(ask(asked, askHost("1")))).toBe("attempt_asked_already");
    expect(answer(ask(play(asked, found("1", { kind: "running" })), askHost("1")))).toBe("attempt.asked");
  });

  test("is not for what leaves no receipt", () => {
    const probe: StepDraft = { action: { way: "probe", that: { look: "dns", name: "a", address: "b" } } };
    const { place: _, ...before } = begin("1") as { place?: string } & ReturnType<typeof begin>;
    expect(answer(ask(lost(probe), askHost("1")))).toBe("attempt_leaves_no_receipt");
    const unplaced = play(
      startedRun(procedureOf(automated)),
      start("1"),
      before as ReturnType<typeof begin>,
      lose("1"),
    );
    expect(answer(ask(unplaced, askHost("1")))).toBe("attempt_leaves_no_receipt");
  });

  test.each<[Finding, string, string | undefined]>([
    [{ kind: "ended", code: 0 }, "completed", undefined],
    [{ kind: "ended", code: 3 }, "failed", "The command ended with exit code 3."],
    [{ kind: "not_begun" }, "failed", expect.stringContaining("The command was not run: the host holds no receipt")],
    [{ kind: "running" }, "interrupted", "the worker was lost"],
    [{ kind: "gone" }, "interrupted", "the worker was lost"],
    [{ kind: "unreachable", message: "no route" }, "interrupted", "the worker was lost"],
  ])("and being told %j leaves the step %s", (finding, status, reason) => {
    const told = play(lost(), askHost("1"), found("1", finding));
    expect(told.run.steps[0]).toMatchObject({ status, ...(reason !== undefined && { reason }) });
    expect(lastOf(told, "1").asked?.answer?.finding).toEqual(finding);
  });

  test.each<[Finding, string, string | undefined]>([
    [{ kind: "ended", code: 0 }, "completed", undefined],
    [{ kind: "ended", code: 3 }, "failed", "The command ended with exit code 3."],
    [{ kind: "running" }, "interrupted", "the worker was lost"],
  ])(
    "is possible also once the run is over: being told %j leaves the step %s, and the run as it is",
    (finding, ...to) => {
      const policy = { onFailure: { retry: { times: 2, delaySeconds: 9 }, goOn: true } } as const;
      const step = { ...automated, action: { ...automated.action, ...policy } } as StepDraft;
      const over = play(lost(step), abort);
      const told = play(over, askHost("1"), found("1", finding));
      const { status, reason, retryAt } = stepOf(told, "1");
      expect([status, reason, retryAt]).toEqual([...to, undefined]);
      expect([told.run.status, told.run.endedAt]).toEqual([over.run.status, over.run.endedAt]);
      expect(answer(ask(over, retry("1", { reason: "it had stopped" })))).toBe("run_over");
    },
  );

  test("is answered in vain once a person has decided", () => {
    const asked = play(lost(), askHost("1"));
    const decided = play(asked, retry("1", { reason: "it had stopped" }));
    expect(answer(ask(decided, found("1", { kind: "ended", code: 0 })))).toBe("attempt_superseded");
    expect(answer(ask(lost(), found("1", { kind: "ended", code: 0 })))).toBe("attempt_superseded");
  });
});

describe("A step that names what must be true afterwards", () => {
  const probe = { probe: { that: { look: "tcp", host: "10.0.0.1", port: 22 } } } as const;
  const running = play(startedRun(procedureOf({ ...automated, expected: probe })), start("1"), begin("1"));
  const ending = (held: boolean) => ({ ...finish("1", exit(0)), expected: { held, tries: 2, message: "refused" } });

  test.each([
    [true, "completed", undefined],
    [false, "failed", "The command succeeded, but what must be true afterwards is not: refused"],
  ])("is, when that is %s, %s", (held, status, reason) => {
    expect(play(running, ending(held)).run.steps[0]).toMatchObject({ status, ...(reason && { reason }) });
  });

  test("and is done by hand is checked by a worker before it is completed", () => {
    const byHand = play(startedRun(procedureOf({ expected: probe })), start("1"), complete("1"));
    expect(byHand.run.steps[0]).toMatchObject({
      status: "in_progress",
      attempts: [{ conduct: "hand" }, { conduct: "verification", command: { way: "probe" } }],
    });
    const looked = (held: boolean) =>
      play(byHand, begin("1", 2), finish("1", { kind: "probed", held, tries: 1, message: "m" }, 2)).run.steps[0]
        ?.status;
    expect([looked(true), looked(false)]).toEqual(["completed", "failed"]);
  });

  test("can be looked at again without a reason, for looking does no harm", () => {
    const byHand = play(
      startedRun(procedureOf({ expected: probe })),
      start("1"),
      complete("1"),
      begin("1", 2),
      lose("1", 2),
    );
    expect(answer(ask(byHand, retry("1")))).toBe("step.started");
  });

  test("is not looked at where a drill only simulates it", () => {
    const drill = startedRun(procedureOf({ expected: probe }), { mode: "drill" });
    expect(answer(ask(play(drill, start("1")), complete("1")))).toContain("step.completed");
  });
});
