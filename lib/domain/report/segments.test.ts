import { describe, expect, test } from "vitest";
import { secondsIn, timelineOf } from "#lib/domain/report/segments.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { unanswered } from "#lib/domain/run/unanswered.ts";
import {
  answerFact,
  askHelp,
  begin,
  complete,
  exit,
  finish,
  type Move,
  pause,
  record,
  reopen,
  resume,
  retry,
  settleHelp,
  start,
} from "#lib/domain/testing/moves.ts";
import { instant, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { holds } from "#lib/domain/testing/random-runs.ts";

/** What the time of step 1 goes into after its command has failed; undefined where into nothing. */
function afterFailure(onFailure: object): string | undefined {
  const argv = ["/bin/false"];
  const procedure = procedureOf({ action: { argv, timeoutSeconds: 60, idempotent: true, onFailure } });
  const { log } = play(startedRun(procedure), start("1"), begin("1"), finish("1", exit(1)));
  return timelineOf(procedure, log)["1"]?.find(({ to }) => to === null)?.kind;
}

const aNote: Command = { type: "note.add", text: "so far so good" };
const aSecondEach = (seconds: number) => Array.from({ length: seconds }, () => aNote);

test("a failure that is tried again by itself waits for nobody, and nothing runs until then", () => {
  expect(afterFailure({ retry: { times: 1, delaySeconds: 60 } })).toBeUndefined();
  expect(afterFailure({})).toBe("waiting");
});

test("a command says that it failed, or ran into its time limit, also where it is tried again with success", () => {
  const procedure = procedureOf({ action: { argv: ["/bin/true"], timeoutSeconds: 60, idempotent: true } });
  const told = (...moves: Move[]) =>
    (timelineOf(procedure, play(startedRun(procedure), start("1"), begin("1"), ...moves).log)["1"] ?? []).flatMap(
      ({ kind, ended }) => (kind === "machine" ? [ended] : []),
    );
  expect(told(finish("1", exit(1)))).toEqual(["failed"]);
  expect(told(finish("1", { kind: "timed_out", gone: true }))).toEqual(["timed_out"]);
  expect(told(finish("1", exit(0)))).toEqual([undefined]);
  expect(told(finish("1", exit(1)), retry("1"), begin("1", 2), finish("1", exit(0), 2))).toEqual(["failed", undefined]);
});

test("a command takes no time before a worker has begun it, and nobody is waited for", () => {
  const procedure = procedureOf({ action: { argv: ["/bin/true"], timeoutSeconds: 60, idempotent: true } });
  const sent = play(startedRun(procedure), start("1"), ...aSecondEach(5));
  const [waited, ...queued] = timelineOf(procedure, sent.log)["1"] ?? [];
  expect(waited).toMatchObject({ kind: "waiting", to: sent.log.at(-6)?.at });
  expect(queued).toEqual([]);
  const begun = play(sent, begin("1"));
  expect(timelineOf(procedure, begun.log)["1"]?.at(-1)).toEqual({
    kind: "machine",
    from: begun.log.at(-1)?.at,
    to: null,
  });
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

test("in a pause nobody is waited for to begin a step; what has begun goes on and is waited for", () => {
  const besides = [1, 2, 3].map(() => ({ dependsOn: [] }));
  const procedure = procedureOf(...besides, { dependsOn: [], gate: { kind: "hold" } });
  const begun = play(startedRun(procedure), start("1"), start("2"));
  const paused = play(begun, pause, ...aSecondEach(10), complete("1"));
  const resumed = play(paused, resume);
  const [from, to] = [paused.log.at(-12)?.at, resumed.log.at(-1)?.at];
  const timeline = timelineOf(procedure, resumed.log);
  expect(timeline["3"]).toEqual([
    { kind: "waiting", from: begun.run.startedAt, to: from },
    { kind: "waiting", from: to, to: null },
  ]);
  expect(timeline["2"]?.map(({ kind }) => kind)).toEqual(["waiting", "people"]);
  expect(timeline["4"], "whom a hold asks may answer").toEqual([
    { kind: "waiting", from: begun.run.startedAt, to: null },
  ]);
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

describe("What was entered afterwards", () => {
  const waited = { kind: "waiting", from: instant(1), to: instant(5) };
  const procedure = procedureOf({ action: { argv: ["/bin/false"], timeoutSeconds: 60, idempotent: true } }, {});
  const begun = startedRun(procedure);
  const late = play(begun, ...aSecondEach(10));

  test.each<[string, Move[], unknown]>([
    ["waited until it was done", [], [waited]],
    ["was not worked on after that, whatever the console says", [start("1", { byHand: true })], [waited]],
    ["took no time of people before it was done", [start("1", { byHand: true }), complete("1"), reopen("1")], [waited]],
  ])("%s", (_, moves, first) => {
    const { log } = play(late, ...moves, record("1", instant(5)));
    expect(timelineOf(procedure, log)["1"]).toEqual(first);
  });

  test("never waited before it was asked for in the console", () => {
    const { log } = play(late, record("1", instant(5)), record("2", instant(8)));
    expect(timelineOf(procedure, log)["2"]).toEqual([]);
    const undecided = procedureOf({}, { condition: when("firewalls", "yes") });
    const asked = play(play(startedRun(undecided), ...aSecondEach(10)), record("1", instant(3)));
    const since = unanswered(undecided, asked.run).get("2");
    expect(since).toBe(asked.log.at(-1)?.at);
    expect(timelineOf(undecided, asked.log)["2"]).toEqual([{ kind: "waiting", from: since, to: null }]);
  });

  test("leaves to a command what it took", () => {
    const { log } = play(late, start("1"), begin("1"), finish("1", exit(1)), record("1", instant(5)));
    expect(timelineOf(procedure, log)["1"]?.map(({ kind }) => kind)).toEqual(["waiting", "machine"]);
  });

  test("still waits since then where it was tried without success", () => {
    const { log } = play(late, start("1", { byHand: true }), { ...record("1", instant(5)), failed: true } as Move);
    expect(timelineOf(procedure, log)["1"]).toEqual([waited, { ...waited, from: instant(5), to: null }]);
  });

  test("is something else than a note about what happened earlier", () => {
    const { log } = play(late, start("1"), { ...aNote, step: "1", happenedAt: instant(5) } as Move);
    expect(timelineOf(procedure, log)["1"]?.[0]?.to).toBe(log.at(-2)?.at);
  });
});

test("In any run, the time of each step goes forwards, and no instant of it is counted twice", () => {
  let entered = 0;
  holds(
    (_before, move, { log }) => {
      if (move.type === "step.record" && log.at(-1)?.happenedAt !== undefined) entered += 1;
    },
    ({ procedure, log }) => {
      const now = log.at(-1)?.at ?? "";
      for (const segments of Object.values(timelineOf(procedure, log))) {
        const instants = segments.flatMap(({ from, to }) => [from, to ?? now]);
        expect(instants).toEqual(instants.toSorted());
        expect(segments.slice(0, -1).every(({ to }) => to !== null)).toBe(true);
      }
    },
  );
  expect(entered).toBeGreaterThan(0);
});
