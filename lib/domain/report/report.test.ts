import { describe, expect, test } from "vitest";
import { duration } from "#lib/domain/paper/duration.ts";
import { timelineCsv } from "#lib/domain/report/csv.ts";
import { reportHtml } from "#lib/domain/report/html.ts";
import { objectiveFacts } from "#lib/domain/report/objectives.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { reportParts, reportSections } from "#lib/domain/report/sections.ts";
import { secondsIn, timelineOf } from "#lib/domain/report/segments.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";
import {
  abort,
  begin,
  breakGlass,
  byHand,
  cancel,
  complete,
  exit,
  fail,
  finish,
  type Move,
  override,
  pause,
  record,
  reopen,
  request,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { anna, begun, chie, instant, type Play, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

const ended = (step: StepDraft, ...moves: Move[]): Report =>
  reportOf(play(startedRun(procedureOf(step, {}), { facts: { source_up: "no" } }), ...moves));

const at = (startMs: number, seconds: number): string => new Date(startMs + seconds * 1_000).toISOString();

const FINDING = "00000000-0000-4000-b000-0000000000aa";
const noted = { type: "finding.add", finding: FINDING, text: "old keys", owner: "Security" } as const;

describe("The outcome of a report is", () => {
  test.each<[string, () => Report, Report["outcome"], string]>([
    ["open while the run goes on", () => ended({}, start("1")), "open", "not over"],
    ["passed when all was done as written", () => ended({}, ...byHand("1"), ...byHand("2")), "passed", "as written"],
    [
      "passed where a step did not apply",
      () => ended({ condition: when("source_up", "yes") }, ...byHand("2")),
      "passed",
      "as written",
    ],
    ["conditional after a skip", () => ended({}, skip("1"), ...byHand("2")), "passed_with_conditions", "1 deviation"],
    ["failed when all was skipped", () => ended({}, skip("1"), skip("2")), "failed", "Nothing was done"],
    [
      "conditional with an open finding",
      () => ended({}, ...byHand("1"), ...byHand("2"), noted),
      "passed_with_conditions",
      "1 finding is open",
    ],
    [
      "passed again when the finding is closed",
      () =>
        ended({}, ...byHand("1"), ...byHand("2"), noted, { type: "finding.close", finding: FINDING, how: "new keys" }),
      "passed",
      "as written",
    ],
    [
      "conditional when more data was lost than may be",
      () =>
        ended({}, ...byHand("1"), ...byHand("2"), { type: "report.state", stated: { rpoSeconds: 60, rpaSeconds: 61 } }),
      "passed_with_conditions",
      "recovery point objective was missed",
    ],
    ["failed when it was aborted", () => ended({}, abort), "failed", "aborted: the source came back"],
  ])("%s", (_, report, outcome, because) => {
    const { outcome: found, because: why } = report();
    expect([found, why.join(" ")]).toEqual([outcome, expect.stringContaining(because)]);
  });
});

test("The outcome of a run that was broken off is not the word for one that was declared failed", () => {
  expect(reportParts(ended({}, abort)).outcome.facts).toContainEqual(["Outcome", "Not passed"]);
});

test("Every deviation is listed with who and why, and what did not apply with its fact", () => {
  const steps: StepDraft[] = [
    {},
    { dependsOn: [] },
    { dependsOn: [], ...gated.approval },
    { dependsOn: [] },
    { dependsOn: [], condition: when("source_up", "yes") },
    { dependsOn: ["2"] },
  ];
  const at = play(
    startedRun(procedureOf(...steps), { facts: { source_up: "no" } }),
    ...[record("6", instant(0), "the bridge was down"), skip("1"), reopen("1"), ...byHand("1")],
    ...[start("2"), fail("2"), override("2"), request("3"), breakGlass("3"), ...byHand("3")],
    skip("4"),
  );
  const { deviations } = reportOf(at);
  expect(deviations.map(({ kind, step, by }) => `${kind} ${step} ${by}`)).toEqual([
    "recorded_afterwards 6 Jun, on paper, entered by Chie",
    "out_of_order 6 Jun, on paper, entered by Chie",
    "skipped 1 Chie",
    "reopened 1 Chie",
    "overridden 2 Chie",
    "break_glass 3 Chie",
    "skipped 4 Chie",
    "not_applicable 5 the procedure",
  ]);
  expect(deviations.at(-1)?.why).toBe("source operating: no");
});

test("Why a step was started, and why it was canceled, stand with its command, in the timeline and among the trouble", () => {
  const step: StepDraft = { ...automated, irreversible: true };
  const how = { confirmation: "R-0042", reason: "the array is dark" };
  const report = ended(step, start("1", how), begin("1"), cancel("1", "wrong site"));
  const gone = finish("1", { kind: "canceled", gone: true });
  const asked = "Chie asked to cancel it: wrong site";
  expect(report.commands).toMatchObject([{ why: how.reason, result: `ongoing; ${asked}` }]);
  const rows = reportSections(report).flatMap(({ table }) => table?.rows ?? []);
  expect(rows.filter((row) => row.some((cell) => cell.endsWith(`\nChie: ${how.reason}`)))).toHaveLength(1);
  const canceled = reportOf(
    play(startedRun(procedureOf(step)), start("1", how), begin("1"), cancel("1", "wrong site"), gone),
  );
  const told = "“wrong site” Canceled; the process is known to be gone.";
  expect(canceled.trouble.map(({ why }) => why)).toEqual([told]);
  expect(timelineCsv(canceled)).toContain(`the array is dark; ${told}`);
});

describe("A glass that was broken", () => {
  const section = (report: Report) =>
    reportSections(report)
      .find(({ title }) => title === "Break-glass")
      ?.table?.rows.map(([, ...rest]) => rest);

  test("has a section of its own, with the step, who and why, and nothing else in it", () => {
    const asked = play(startedRun(procedureOf(gated.approval, {})), request("1"));
    const report = reportOf(play(asked, breakGlass("1"), ...byHand("1"), skip("2")));
    expect(section(report)).toEqual([["1", expect.any(String), "Chie", "nobody answers"]]);
    expect(reportHtml(report)).toContain('<h2>Break-glass</h2><table class="wide">');
  });

  test("to start over another run stands there too", () => {
    const at = startedRun(procedureOf({}));
    const override = { reason: "R-0041 hangs", over: ["R-0041"] };
    const log = at.log.map((logged) =>
      logged.event.type === "run.started" ? { ...logged, event: { ...logged.event, override } } : logged,
    );
    expect(section(reportOf({ ...at, log }))).toEqual([["", expect.any(String), "Chie", "R-0041: R-0041 hangs"]]);
  });

  test("never is said so", () => {
    expect(reportHtml(ended({}, skip("1")))).toContain("<h2>Break-glass</h2><p>Nobody broke the glass.</p>");
  });
});

describe("Time", () => {
  test("goes into commands, people and waiting, each step apart", () => {
    const at = play(startedRun(procedureOf(automated, {})), start("1"));
    const done = play(begun(at, "1"), finish("1", exit(0)), start("2"), complete("2"));
    const segments = timelineOf(done.procedure, done.log);
    expect(segments["1"]?.map(({ kind }) => kind)).toEqual(["waiting", "machine"]);
    expect(segments["2"]?.map(({ kind }) => kind)).toEqual(["waiting", "people"]);
    const all = Object.values(segments).flat();
    expect(all.every(({ to }) => to !== null)).toBe(true);
    expect(secondsIn(segments, instant(0)).machine).toBeGreaterThan(0);
  });

  test("was planned when the run began, from what was known then, and drawn as an outline; else there is none", () => {
    const past = { "2": { seconds: 90, runs: 3, drills: 1 } };
    const began = startedRun(procedureOf({ expectedSeconds: 60 }, {}, { dependsOn: ["2"] }));
    const report = reportOf(play(began, ...byHand("1"), pause), {}, past);
    const startMs = Date.parse(report.startedAt ?? "");
    expect(report.steps.map(({ planned }) => planned)).toEqual([
      { from: at(startMs, 0), to: at(startMs, 60), basis: "by the procedure" },
      { from: at(startMs, 60), to: at(startMs, 150), basis: "median of 3 past runs" },
      null,
    ]);
    const outlines = (of: Report) => timelineSvg(of).split("stroke-dasharray").length - 2;
    expect(outlines(report)).toBe(2);
    expect(outlines(ended({}, ...byHand("1")))).toBe(0);
    const csv = timelineCsv(report);
    expect(csv).toContain("by the procedure");
    expect(csv, "beside what the first one took").toContain('"1 s, planned 1 min"');
  });

  test("of an objective is met or missed, from the declaration", () => {
    const at = play(startedRun(procedureOf({}, {})), ...byHand("1"), ...byHand("2"));
    const { rtaSeconds } = reportOf(at).objectives;
    expect(rtaSeconds).toBe((Date.parse(at.run.endedAt ?? "") - Date.parse(at.run.declaredAt ?? "")) / 1_000);
  });

  test("of an objective is not reached by a run that was aborted, however quickly that was", () => {
    const report = ended({}, abort);
    expect(report.objectives.rtaSeconds).toBeNull();
    expect(objectiveFacts(report)[0]).toEqual(["Recovery time", "not reached"]);
    const asked = { ...report, objectives: { ...report.objectives, rtoSeconds: 3_600 } };
    expect(objectiveFacts(asked)[0]).toEqual(["Recovery time", "1 h 00 min, not reached"]);
  });

  test("of an interruption runs between the two steps that people chose", () => {
    const stated = { type: "report.state", stated: { interruption: { from: "1", to: "2" } } } as const;
    const at = play(startedRun(procedureOf({}, {})), ...byHand("1"), ...byHand("2"), stated);
    const { interruption } = reportOf(at).objectives;
    const [first, second] = at.run.steps;
    expect(interruption?.seconds).toBe(
      (Date.parse(second?.since ?? "") - Date.parse(first?.attempts[0]?.at ?? "")) / 1_000,
    );
  });

  test.each([
    [9, "9 s"],
    [69, "1 min 09 s"],
    [3_849, "1 h 04 min 09 s"],
  ])("of %d seconds reads %s", (seconds, words) => expect(duration(seconds)).toBe(words));
});

test("A sign-off covers what was there, and says how much came after", () => {
  const over = play(startedRun(procedureOf({})), ...byHand("1"));
  const signed = playBy(over, anna, { type: "report.sign_off", as: "Auditor" });
  const of = (at: Play) =>
    reportSections(reportOf(at))
      .find(({ title }) => title === "Sign-offs")
      ?.table?.rows[0]?.at(-1);
  expect(of(signed)).toBe("all events");
  expect(of(playBy(signed, chie, noted))).toMatch(/; 1 came after$/);
});

test("A command stands there as it was run, SIMULATED where nothing was sent, with what it wrote", () => {
  const step = { ...automated, title: "Copy" };
  const real = play(begun(play(startedRun(procedureOf(step, {})), start("1")), "1"), finish("1", exit(0)));
  const [command] = reportOf(real, { "1/1": "copied\n" }).commands;
  expect(command).toMatchObject({ simulated: false, result: "exit code 0", output: { text: "copied\n" } });
  expect(command?.work).toMatchObject({ argv: ["/bin/copy", "/srv/osaka"] });
  const drill = play(startedRun(procedureOf(step, {}), { mode: "drill" }), start("1"));
  expect(reportOf(drill).commands).toMatchObject([{ simulated: true, result: "SIMULATED: nothing was sent" }]);
  expect(reportHtml(reportOf(drill))).toContain("SIMULATED: nothing was sent");
});

test.each([
  [300, "exit code 0, 0.3 s"],
  [2_760_000, "exit code 0, 46 min"],
])("A command of %d ms is told as %s", (durationMs, words) => {
  const took = { ...finish("1", exit(0)), durationMs } as Move;
  const at = play(begun(play(startedRun(procedureOf(automated)), start("1")), "1"), took);
  expect(reportSections(reportOf(at)).find(({ title }) => title === "Commands")?.table?.rows[0]).toContain(words);
});

test("A command stands there with what it was told of earlier steps", () => {
  const giving: StepDraft = {
    ...automated,
    outputs: [{ name: "folder", label: "Folder", type: "text", from: { json: "/folder" } }],
  };
  const using: StepDraft = { ...automated, uses: ["folder"] };
  const given = { ...finish("1", exit(0)), outputs: { folder: "/srv/export" } } as Move;
  const at = play(begun(play(startedRun(procedureOf(giving, using)), start("1")), "1"), given, start("2"));
  const row = reportSections(reportOf(at)).find(({ title }) => title === "Commands")?.table?.rows[1];
  expect(row?.join()).toContain("SWITCHOVER_OUTPUT_FOLDER: /srv/export");
});

test("What was not done, and what was entered later, is marked in the timeline and in its file", () => {
  const drill = play(startedRun(procedureOf({ title: "Copy" }, {}), { mode: "drill" }), start("1"), complete("1"));
  const report = reportOf(play(drill, record("2", instant(4))));
  const states = reportSections(report).find(({ title }) => title === "Timeline")?.table?.rows;
  expect(states?.map(([, state]) => state)).toEqual(["completed, SIMULATED", "completed, RECORDED AFTERWARDS"]);
  expect(timelineCsv(report)).toContain('"completed, RECORDED AFTERWARDS"');
});

test("Who skipped a step before its turn stands beside it, and nobody beside what is ready or was never begun", () => {
  const { steps } = reportOf(play(startedRun(procedureOf({}, {}, {})), skip("3")));
  expect(steps.map(({ by }) => by)).toEqual([null, null, "Chie"]);
});

test("Every time of a report is told in the reader's zone beside UTC, and its CSV is the same for every reader", () => {
  const ended = play(startedRun(procedureOf({}, {})), ...byHand("1"), record("2", instant(4)));
  const report = reportOf(ended);
  const csv = timelineCsv(report);
  zoneFrom(() => "Asia/Tokyo");
  const words = JSON.stringify(reportSections(report));
  zoneFrom(() => UTC);
  expect(words.match(/:\d\d UTC(?! \(\d\d:\d\d:\d\d JST\))/g)).toBeNull();
  expect(words).toContain("2026-01-01 00:00:01 UTC (09:00:01 JST)");
  expect(csv).toContain("2026-01-01 00:00:0");
  expect(csv).not.toContain("JST");
});

test.each([
  ["is still going on", [start("1")], "None so far."],
  ["was broken off", [start("1"), abort], "None in what was done. The run did not come to its end."],
  [
    "came to its end",
    [start("1"), complete("1"), start("2"), complete("2")],
    "None: everything was done as the procedure says.",
  ],
] as const)("without a deviation, a run that %s is not said to be more than that", (_, moves, words) => {
  const report = reportOf(play(startedRun(procedureOf({}, {})), ...moves));
  expect(report.deviations).toEqual([]);
  expect(reportSections(report).find(({ title }) => title === "Deviations")?.empty).toBe(words);
});
