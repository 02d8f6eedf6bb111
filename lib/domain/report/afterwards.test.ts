import { expect, test } from "vitest";
import { reportHtml } from "#lib/domain/report/html.ts";
import { secondsInAll, timeSums } from "#lib/domain/report/in-brief.ts";
import { objectiveFacts } from "#lib/domain/report/objectives.ts";
import { reportParts } from "#lib/domain/report/sections.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";
import { timelineTable } from "#lib/domain/report/timeline-table.ts";
import { byHand, type Move, record, start } from "#lib/domain/testing/moves.ts";
import { draftRun, instant, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";
import { bothTimes } from "#lib/words/time.ts";

/** The report of what was entered afterwards: it tells of the deed, and says who entered it. */

const noted: Move = { type: "note.add", text: "so far so good" };
const late = play(startedRun(procedureOf({}, {})), ...[noted, noted, noted, noted, noted, noted]);

test("A step that was entered afterwards is reported with who did it and when, and who entered it", () => {
  const { steps } = reportOf(play(late, record("1", instant(4)), record("2", instant(6))));
  expect(steps.map(({ by, from, to }) => ({ by, from, to }))).toEqual([
    { by: "Jun, on paper, entered by Chie", from: null, to: instant(4) },
    { by: "Jun, on paper, entered by Chie", from: null, to: instant(6) },
  ]);
});

test("A step that was entered afterwards is actual in the timeline when it was done, also where nobody knows since when", () => {
  const report = reportOf(play(late, record("1", instant(4)), record("2", instant(6))));
  const [, state, , actual] = timelineTable(report).rows[1] ?? [];
  expect([state, actual]).toEqual(["completed, RECORDED AFTERWARDS", bothTimes(instant(6))]);
  const marks = timelineSvg(report).matchAll(/<rect x="([\d.]+)" width="1.0" y="\d+" height="10" fill="#16191d"\/>/g);
  const [first = 0, second = 0, ...more] = [...marks].map(([, x]) => Number(x));
  expect(second).toBeGreaterThan(first);
  expect(more).toEqual([]);
});

test("What its time went into is not known, and never said to be none", () => {
  const report = reportOf(play(late, record("1", instant(4)), record("2", instant(4))));
  const { time } = reportParts(report);
  expect(Object.fromEntries(time.facts ?? [])).toMatchObject({
    "People worked": "not known",
    "Commands ran": "not known",
  });
  expect(time.note).toMatch(/without what was recorded afterwards$/);
  expect(reportParts(reportOf(play(late, ...byHand("1")))).time.facts).toContainEqual(["Commands ran", "0 s"]);
});

test("An interruption ends when its last step was done, not when that was entered, and not before it began", () => {
  const stated: Move = { type: "report.state", stated: { interruption: { from: "1", to: "2" } } };
  const secondsTo = (done: string) =>
    reportOf(
      play(
        play(startedRun(procedureOf({}, {})), ...byHand("1"), noted, noted, noted),
        record("2", done, "no time"),
        stated,
      ),
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

const inTime = { rtoSeconds: 8 };
const factOf = ({ facts = [] }: { facts?: readonly (readonly [string, string])[] }, label: string) =>
  facts.find(([one]) => one === label)?.[1];

test("A run that an entry afterwards ends recovered when its last step was done: its report says so, and when it was closed", () => {
  const before = play(startedRun(procedureOf({}, {}), inTime), ...byHand("1"), noted, noted, noted, noted, noted);
  const over = play(before, record("2", instant(6)));
  const report = reportOf(over);
  const { endedAt = null } = over.run;
  expect(endedAt !== null && endedAt > instant(9)).toBe(true);
  expect(report).toMatchObject({ endedAt, reachedAt: instant(6), objectives: { rtaSeconds: 6 } });
  expect(report.because.join(" ")).not.toContain("missed");
  expect(secondsInAll(report)).toBe(6);
  expect(objectiveFacts(report)[0][1]).toBe("8 s, actual 6 s, met");
  const said = `reached ${bothTimes(instant(6))}, entered afterwards; closed ${bothTimes(endedAt ?? "")}`;
  const { run, outcome, objectives } = reportParts(report);
  expect([factOf(run, "Ended"), factOf(outcome, "Declared to reached")]).toEqual([said, "6 s"]);
  expect(objectives.table?.rows[0]?.at(-1)).toBe("declared to reached, entered afterwards");
  expect(reportHtml(report).replaceAll(/<[^>]+>/g, "")).toContain(said);
});

test("What was done last counts, in whichever way, and what ends a run now counts until now", () => {
  const ended = (...moves: Move[]) => play(startedRun(procedureOf({}, { dependsOn: [] }), inTime), ...moves).run;
  const last = ended(record("2", instant(1)), ...byHand("1"));
  expect([last.status, last.reachedAt]).toEqual(["completed_with_exceptions", undefined]);
  const first = ended(...byHand("1"), noted, noted, record("2", instant(1)));
  const doneAt = first.steps[0]?.since ?? "";
  expect(doneAt > instant(1)).toBe(true);
  expect(first.reachedAt).toBe(doneAt);
  const left: Move = { type: "step.skip", step: "2", reason: "it ran", by: "Jun", happenedAt: instant(7) };
  expect(ended(...byHand("1"), noted, noted, noted, noted, left).reachedAt).toBe(instant(7));
  expect(ended(...byHand("1"), ...byHand("2"))).not.toHaveProperty("reachedAt");
});

test("What was done before it was declared has recovered at once, and what was done before it was started took no longer", () => {
  const draft = draftRun(procedureOf({}), { undeclared: true });
  const early = reportOf(play(draft, { type: "run.start" }, noted, noted, record("1", instant(0))));
  expect([early.reachedAt, early.objectives.rtaSeconds]).toEqual([early.declaredAt, 0]);
  const stated = draftRun(procedureOf({}), inTime);
  const late = reportOf(play(stated, noted, noted, noted, { type: "run.start" }, record("1", instant(2))));
  expect(timeSums(late)[0].seconds).toBe(2);
});
