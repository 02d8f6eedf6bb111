import { describe, expect, test } from "vitest";
import { reportHtml } from "#lib/domain/report/html.ts";
import { reportSections } from "#lib/domain/report/sections.ts";
import {
  abort,
  again,
  askHelp,
  askHost,
  begin,
  breakGlass,
  byHand,
  cancel,
  complete,
  exit,
  fail,
  finish,
  found,
  lose,
  type Move,
  override,
  pause,
  record,
  reject,
  request,
  resume,
  retry,
  settleHelp,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { instant, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const of = (step: StepDraft, moves: readonly Move[]) => reportOf(play(startedRun(procedureOf(step, {})), ...moves));

const policy = (onFailure: object): StepDraft => ({ action: { ...automated.action, onFailure } });
const running = [start("1"), begin("1")];
const lost = [...running, lose("1")];
const exitWords = "The command ended with exit code 3.";

type Row = [words: string, step: StepDraft, moves: Move[], expected: string[]];

const tried: Row[] = [
  ["is none where all went well", {}, byHand("1"), []],
  [
    "is what a person said of a step, and who tried again",
    {},
    [start("1"), fail("1"), retry("1"), complete("1")],
    ["failed 1 | Chie: it broke | retried by Chie"],
  ],
  [
    "is each failure of a step apart",
    {},
    [start("1"), fail("1"), retry("1"), fail("1"), override("1")],
    ["failed 1 | Chie: it broke | retried by Chie", "failed 1 | Chie: it broke | overridden by Chie"],
  ],
  [
    "is a command that failed, and that it was done by hand",
    automated,
    [...running, finish("1", exit(3)), retry("1", { byHand: true }), complete("1")],
    [`failed 1 | worker-1: ${exitWords} | retried by hand by Chie`],
  ],
  [
    "is a failure that the machine tried again by itself",
    policy({ retry: { times: 1, delaySeconds: 5 } }),
    [...running, finish("1", exit(3)), again("1")],
    [`failed 1 | worker-1: ${exitWords} | retried by itself`],
  ],
  [
    "is a failure with which the procedure goes on",
    policy({ goOn: true }),
    [...running, finish("1", exit(3))],
    [`failed 1 | worker-1: ${exitWords} | gone on with a warning, as the procedure says`],
  ],
  [
    "is a step that took too long and was skipped",
    automated,
    [...running, finish("1", { kind: "timed_out", gone: true }), skip("1")],
    ["timed_out 1 | worker-1: The time was up; the process is known to be gone. | skipped by Chie"],
  ],
  [
    "is a command that somebody canceled, and why",
    automated,
    [...running, cancel("1", "wrong site"), finish("1", { kind: "canceled", gone: true })],
    ["canceled 1 | Chie: “wrong site” Canceled; the process is known to be gone. | not resolved"],
  ],
  [
    "is a command that was canceled before it was run, and why",
    automated,
    [start("1"), cancel("1", "wrong site"), skip("1")],
    ["canceled 1 | Chie: “wrong site” Canceled before a worker began; the command was not run. | skipped by Chie"],
  ],
  [
    "is a command that somebody canceled",
    automated,
    [...running, cancel("1"), finish("1", { kind: "canceled", gone: true }), retry("1")],
    ["canceled 1 | Chie: Canceled; the process is known to be gone. | retried by Chie"],
  ],
];

const called: Row[] = [
  [
    "is a call for help, and how it was settled",
    {},
    [start("1"), askHelp("1"), settleHelp("1"), complete("1")],
    ["help 1 | Chie: the console is locked | settled by Chie: the key is on its way"],
  ],
  [
    "is a call for help that nobody settled before the step was done",
    {},
    [start("1"), askHelp("1"), complete("1")],
    ["help 1 | Chie: the console is locked | ended with the step"],
  ],
  ["is a call that nobody settles", {}, [askHelp("1")], ["help 1 | Chie: the console is locked | not resolved"]],
  [
    "is a call for help until the run ends, and each failure of the step beside it",
    {},
    [start("1"), askHelp("1"), fail("1"), retry("1"), abort],
    [
      "help 1 | Chie: the console is locked | lasted until the run ended",
      "failed 1 | Chie: it broke | retried by Chie",
      "canceled 1 | Chie: the run was aborted | lasted until the run ended",
    ],
  ],
];

const unknown: Row[] = [
  [
    "is an unknown outcome that the host cleared",
    automated,
    [...lost, askHost("1"), found("1", { kind: "ended", code: 0 })],
    ["interrupted 1 | worker-1: the worker was lost | Chie asked the host: exit code 0"],
  ],
  [
    "is an unknown outcome and then the failure that it was",
    automated,
    [...lost, askHost("1"), found("1", { kind: "not_begun" })],
    [
      "interrupted 1 | worker-1: the worker was lost | Chie asked the host: not begun",
      expect.stringMatching(/^failed 1 \| worker-1: The command was not run: .* \| not resolved$/),
    ],
  ],
  [
    "is an unknown outcome that a person called a failure, whatever the host had said",
    automated,
    [...lost, askHost("1"), found("1", { kind: "running" }), fail("1"), skip("1")],
    [
      "interrupted 1 | worker-1: the worker was lost | declared failed by Chie",
      "failed 1 | Chie: it broke | skipped by Chie",
    ],
  ],
];

const other: Row[] = [
  [
    "is a rejection, and that it was asked again",
    gated.approval,
    [request("1"), reject("1"), retry("1")],
    ["rejected 1 | Paul: too early | asked again by Chie"],
  ],
  [
    "is a rejection over which the glass was broken",
    gated.approval,
    [request("1"), reject("1"), breakGlass("1")],
    ["rejected 1 | Paul: too early | glass broken by Chie"],
  ],
  [
    "is a failure on paper, and each try there",
    {},
    [
      { ...record("1", instant(0)), failed: true } as Move,
      { ...record("1", instant(1)), failed: true } as Move,
      record("1", instant(2)),
    ],
    Array.from(
      { length: 2 },
      () =>
        "failed 1 | Jun, on paper, entered by Chie: done at the console of the array | recorded afterwards: Jun, on paper, entered by Chie",
    ),
  ],
  ["is a pause of the run", {}, [pause, resume], ["paused - | Chie: lunch | resumed by Chie"]],
  [
    "lasts until the run ends",
    {},
    [start("1"), fail("1"), pause, abort],
    ["failed 1 | Chie: it broke | lasted until the run ended", "paused - | Chie: lunch | lasted until the run ended"],
  ],
  [
    "is not that the run itself was declared failed",
    {},
    [start("1"), fail("1"), { type: "run.fail", reason: "no power" }],
    ["failed 1 | Chie: it broke | lasted until the run ended"],
  ],
  ["is not resolved while the run goes on", {}, [start("1"), fail("1")], ["failed 1 | Chie: it broke | not resolved"]],
  [
    "is also what a command did after the run was over",
    automated,
    [...running, abort, finish("1", { kind: "canceled", gone: false })],
    ["canceled 1 | Chie: Canceled; whether the process is gone is not known. | not resolved"],
  ],
];

describe("Trouble on the way", () => {
  test.each([...tried, ...called, ...unknown, ...other])("%s", (_, step, moves, expected) => {
    const rows = of(step, moves).trouble.map(
      ({ kind, step: number = "-", by, why, ended }) => `${kind} ${number} | ${by}: ${why} | ${ended}`,
    );
    expect(rows).toEqual(expected);
  });

  test("lasts from when it happened until something was done about it, never less than no time", () => {
    const [failed, paused] = of({}, [start("1"), fail("1"), pause, resume, record("1", instant(0))]).trouble;
    expect(failed).toMatchObject({ to: failed?.at });
    expect(Date.parse(paused?.to ?? "") - Date.parse(paused?.at ?? "")).toBe(1_000);
  });

  test("has a part of the report, also where there was none", () => {
    const report = of({}, [start("1"), fail("1"), retry("1")]);
    const rows = reportSections(report).find(({ title }) => title === "Trouble on the way")?.table?.rows;
    expect(rows).toEqual([["Failed", "1", expect.any(String), "1 s", "Chie", "it broke", "retried by Chie"]]);
    expect(reportHtml(of({}, []))).toContain("No step failed, nobody called for help, and the run was not paused.");
  });
});

describe("A run that passed after trouble", () => {
  const done = [...byHand("1"), ...byHand("2")];
  const troubled = [start("1"), fail("1"), retry("1"), complete("1"), ...byHand("2")];
  const resolved = "Every step that applied was completed, after trouble with 1 step.";
  const unset = "No objective was set.";

  test.each([
    ["a step", troubled, [resolved, unset]],
    [
      "a pause",
      [pause, resume, ...done],
      ["Every step that applied was completed as written.", unset, "The run was paused once."],
    ],
    ["both", [pause, resume, pause, resume, ...troubled], [resolved, unset, "The run was paused 2 times."]],
  ])("with %s says so, and has passed all the same", (_, moves, because) => {
    expect(of({}, moves)).toMatchObject({ outcome: "passed", because });
  });
});
