import { expect, test } from "vitest";
import { secondsIn, timelineOf } from "#lib/domain/report/segments.ts";
import { answerFact, askHelp, begin, complete, exit, finish, settleHelp, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";

/** What the time of step 1 goes into after its command has failed. */
function afterFailure(onFailure: object): string | undefined {
  const argv = ["/bin/false"];
  const procedure = procedureOf({ action: { argv, timeoutSeconds: 60, idempotent: true, onFailure } });
  const { log } = play(startedRun(procedure), start("1"), begin("1"), finish("1", exit(1)));
  return timelineOf(procedure, log)["1"]?.at(-1)?.kind;
}

test("a failure that is tried again by itself waits for nobody", () => {
  expect(afterFailure({ retry: { times: 1, delaySeconds: 60 } })).toBe("machine");
  expect(afterFailure({})).toBe("waiting");
});

test("a step that only a missing answer holds back waits for people, from the end of the one before it", () => {
  const procedure = procedureOf({}, { condition: when("firewalls", "yes") }, {});
  const asked = play(startedRun(procedure, { facts: { firewalls: "unknown" } }), start("1"), complete("1"));
  const doneAt = asked.log.at(-1)?.at;
  expect(timelineOf(procedure, asked.log)["2"]).toEqual([{ kind: "waiting", from: doneAt, to: null }]);
  const answered = play(asked, answerFact("firewalls", "no"));
  expect(timelineOf(procedure, answered.log)["2"]).toEqual([
    { kind: "waiting", from: doneAt, to: answered.log.at(-1)?.at },
  ]);
});

test("whoever has asked for help waits until it is settled", () => {
  const procedure = procedureOf({});
  const { log } = play(startedRun(procedure), start("1"), askHelp("1"), settleHelp("1"), complete("1"));
  expect(timelineOf(procedure, log)["1"]?.map(({ kind }) => kind)).toEqual(["waiting", "people", "waiting", "people"]);
});

test("what the steps took is added up over them, and what is open goes on until it is asked", () => {
  const [began, done, asked] = ["2026-03-02T03:00:00.000Z", "2026-03-02T03:01:00.000Z", "2026-03-02T03:03:00.000Z"];
  const first = [
    { kind: "waiting", from: began, to: done },
    { kind: "machine", from: done, to: null },
  ] as const;
  const timeline = { "1": first, "2": [{ kind: "machine", from: began, to: done }] as const };
  expect(secondsIn(timeline, done)).toEqual({ waiting: 60, machine: 60, people: 0 });
  expect(secondsIn(timeline, asked)).toEqual({ waiting: 60, machine: 180, people: 0 });
  const ended = { ...timeline, "1": [first[0], { ...first[1], to: asked }] };
  expect(secondsIn(ended, "2026-03-02T04:00:00.000Z")).toEqual({ waiting: 60, machine: 180, people: 0 });
});
