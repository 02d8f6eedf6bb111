import { expect, test } from "vitest";
import { deedOf, begunAt as firstBegun, saidOf } from "#lib/domain/run/deed.ts";
import {
  askHost,
  begin,
  byHand,
  finish,
  found,
  lose,
  type Move,
  record,
  reopen,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { instant, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const ready = startedRun(procedureOf({}));
const noted = { type: "note.add", text: "so far so good" } as const;
const begun = play(ready, start("1"));
const late = play(begun, ...[noted, noted, noted, noted]);
const begunAt = stepOf(begun, "1").attempts[0]?.at;
const onPaper = { who: "Jun, on paper", at: instant(6) };

test.each([
  ["ended when it was done on paper", instant(6), instant(6)],
  ["took no time where it was begun in the console only after that", instant(2), begunAt],
])("A try %s", (_, doneAt, endedAt) => {
  expect(stepOf(play(late, record("1", doneAt)), "1").attempts).toMatchObject([
    { at: begunAt, ended: { at: endedAt } },
  ]);
});

test("What was undone is no part of how long a step took, and of when it was first begun", () => {
  const first = play(startedRun(procedureOf({}, { dependsOn: [] })), ...byHand("1"));
  const again = play(first, noted, reopen("1"), noted, noted, ...byHand("1"));
  const state = stepOf(again, "1");
  expect(state.attempts.map(({ undone }) => undone)).toEqual([true, undefined]);
  expect(deedOf(state)).toMatchObject({ begun: state.attempts[1]?.at, at: state.since });
  expect(firstBegun(state)).toBe(stepOf(first, "1").attempts[0]?.at);
  expect(reportOf(again).steps[0]).toMatchObject({ from: state.attempts[1]?.at, to: state.since });
});

test.each<[string, ReturnType<typeof play>, object]>([
  ["done in the console is told as it was there", play(ready, ...byHand("1")), { who: "Chie", begun: begunAt }],
  ["done on paper is told as it was there", play(late, record("1", instant(6))), { ...onPaper, begun: begunAt }],
  [
    "begun in the console after it was done on paper has no beginning",
    play(late, record("1", instant(2))),
    {
      ...{ ...onPaper, at: instant(2), begun: undefined },
    },
  ],
  [
    "decided on paper is told as it was there",
    play(play(ready, noted), { ...skip("1"), by: "Jun, on paper", happenedAt: instant(2) } as Move),
    { ...onPaper, at: instant(2), begun: undefined },
  ],
])("What was %s", (_, at, deed) => expect(deedOf(stepOf(at, "1"))).toMatchObject(deed));

test("What was done by hand and then looked at is who did it and what they said, not who looked", () => {
  const expected = { probe: { that: { look: "tcp", host: "10.0.0.1", port: 22 } } } as const;
  const checked = play(
    startedRun(procedureOf({ expected }, {})),
    start("1"),
    { type: "step.complete", step: "1", note: "2 of 3 nodes" },
    begin("1", 2),
    finish("1", { kind: "probed", held: true, tries: 1, message: "connected" }, 2),
  );
  const state = stepOf(checked, "1");
  expect(state.status).toBe("completed");
  expect([deedOf(state).who, saidOf(state)]).toEqual(["Chie", "2 of 3 nodes"]);
  expect(reportOf(checked).steps[0]).toMatchObject({ by: "Chie", note: "2 of 3 nodes" });
});

test("What a host tells of a lost command was done by who began it, when it ended", () => {
  const lost = play(startedRun(procedureOf(automated, {})), start("1"), begin("1"), noted, noted, lose("1"));
  const at = stepOf(lost, "1").attempts[0]?.begun?.at;
  const told = play(lost, noted, askHost("1"), found("1", { kind: "ended", code: 0, at: instant(4) }));
  const state = stepOf(told, "1");
  expect(state).toMatchObject({ status: "completed", attempts: [{ begun: { at }, ended: { at: instant(4) } }] });
  expect(state.since > instant(4)).toBe(true);
  expect(deedOf(state)).toMatchObject({ at: instant(4), who: state.attempts[0]?.begun?.worker });
});
