import { expect, test } from "vitest";
import { byHand, type Move, record, start } from "#lib/domain/testing/moves.ts";
import { instant, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

/** The report of what was entered afterwards: it tells of the deed, and says who entered it. */

const noted: Move = { type: "note.add", text: "so far so good" };
const late = play(startedRun(procedureOf({}, {})), ...[noted, noted, noted, noted, noted, noted]);

test("A step that was entered afterwards is reported with who did it and when, and who entered it", () => {
  const { steps } = reportOf(play(late, record("1", instant(4)), record("2", instant(6))));
  expect(steps.map(({ by, from, to }) => ({ by, from, to }))).toEqual([
    { by: "Jun, on paper, entered by Chie", from: instant(1), to: instant(4) },
    { by: "Jun, on paper, entered by Chie", from: null, to: instant(6) },
  ]);
});

test("An interruption ends when its last step was done, not when that was entered, and not before it began", () => {
  const stated: Move = { type: "report.state", stated: { interruption: { from: "1", to: "2" } } };
  const secondsTo = (done: string) =>
    reportOf(
      play(play(startedRun(procedureOf({}, {})), ...byHand("1"), noted, noted, noted), record("2", done), stated),
    ).objectives.interruption?.seconds;
  const { attempts } = play(startedRun(procedureOf({}, {})), start("1")).run.steps[0] ?? {};
  const began = attempts?.[0]?.at ?? "";
  const after = new Date(Date.parse(began) + 2_000).toISOString();
  expect([secondsTo(after), secondsTo(instant(0))]).toEqual([2, null]);
});

test("An interruption begins when its first step was begun, which nobody knows where it was done before it was started", () => {
  const stated: Move = { type: "report.state", stated: { interruption: { from: "1", to: "2" } } };
  const waiting = play(startedRun(procedureOf({}, {})), noted, noted, noted, noted);
  const secondsFrom = (...first: Move[]) =>
    reportOf(play(waiting, ...first, ...byHand("2"), stated)).objectives.interruption?.seconds;
  expect([secondsFrom(start("1"), record("1", instant(2))), secondsFrom(record("1", instant(2)))]).toEqual([
    null,
    null,
  ]);
  expect(secondsFrom(...byHand("1"))).toBeGreaterThan(0);
  const drill = startedRun(procedureOf({ ...automated, inDrill: "simulate" }, {}), { mode: "drill" });
  const simulated = reportOf(play(drill, start("1"), ...byHand("2"), stated)).objectives.interruption;
  expect(simulated?.seconds, "what was over at once was begun all the same").toBeGreaterThan(0);
});
