import { expect, test } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import {
  abort,
  answerFact,
  approve,
  askHelp,
  assign,
  begin,
  breakGlass,
  byHand,
  complete,
  exit,
  fill,
  finish,
  lose,
  type Move,
  offerCommand,
  pause,
  reject,
  release,
  request,
  resume,
  start,
  take,
  tick,
  vote,
} from "#lib/domain/testing/moves.ts";
import { adam, chie, olga, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { around, automated, confirmed, gated, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { tells } from "#lib/domain/testing/tells.ts";

/** What came before with step 2, and what is done: by Chie, who commands, where nobody else is named. */
type Situation = { before?: Move[]; move: Move; by?: Person };

type Row = [rule: string, step: StepDraft, situation: Situation, told: string[]];

const rows: Row[] = [
  [
    "A step that is ready is told to whose it is",
    { position: "lead" },
    { before: [start("1")], move: complete("1") },
    ["Olga and Paul | step_ready | LIVE R-0042, step 2: ready to be started"],
  ],
  [
    "A step that is nobody's is told to who takes part and may do it",
    {},
    { before: [start("1")], move: complete("1") },
    ["Olga | step_ready | LIVE R-0042, step 2: ready to be started"],
  ],
  [
    "Where nobody takes part, the commander is told",
    {},
    { before: [fill({ person: null, deputy: null }), start("1")], move: complete("1"), by: olga },
    ["Chie | step_ready | LIVE R-0042, step 2: ready to be started"],
  ],
  [
    "Nobody is told what they have just done",
    { position: "lead" },
    { before: [start("1")], move: complete("1"), by: olga },
    ["Paul | step_ready | LIVE R-0042, step 2: ready to be started"],
  ],
  [
    "Whoever is given a ready step is told",
    { position: "lead" },
    { before: byHand("1"), move: assign("2", adam) },
    ["Adam | step_ready | LIVE R-0042, step 2: ready to be started"],
  ],
  [
    "An approval is asked of who may approve, not of who asks",
    gated.approval,
    { before: byHand("1"), move: request("2") },
    ["Paul and Adam | decision_asked | LIVE R-0042, step 2: approve or reject"],
  ],
  [
    "Of who has approved nothing more is asked",
    { gate: { kind: "approval", quorum: 2 } },
    { before: [...byHand("1"), request("2")], move: approve("2") },
    [],
  ],
  [
    "A hold is told to the commander",
    gated.hold,
    { before: [start("1")], move: complete("1"), by: olga },
    ["Chie | decision_asked | LIVE R-0042, step 2: release the hold"],
  ],
  [
    "A vote is asked of who fills the position",
    gated.poll,
    { before: [start("1")], move: complete("1") },
    ["Olga and Paul | decision_asked | LIVE R-0042, step 2: go or no go, your vote"],
  ],
  [
    "When all have voted, the commander is asked",
    gated.poll,
    { before: byHand("1"), move: vote("2", "go") },
    ["Chie | decision_asked | LIVE R-0042, step 2: go or no go"],
  ],
  [
    "Whoever comes to fill the position is asked, and nobody twice",
    gated.poll,
    { before: byHand("1"), move: fill({ person: adam }) },
    ["Adam | decision_asked | LIVE R-0042, step 2: go or no go, your vote"],
  ],
  [
    "A released step is ready",
    gated.hold,
    { before: byHand("1"), move: release("2") },
    ["Olga | step_ready | LIVE R-0042, step 2: ready to be started"],
  ],
  [
    "A rejected step is told to commander and owner",
    { ...gated.approval, position: "lead" },
    { before: [...byHand("1"), request("2")], move: reject("2") },
    ["Chie and Olga | step_trouble | LIVE R-0042, step 2: rejected, decide how to go on"],
  ],
  [
    "A failure is told to commander and owner, without what it wrote",
    { ...automated, position: "lead" },
    { before: [...byHand("1"), start("2"), begin("2")], move: finish("2", exit(3)) },
    ["Chie and Olga and Paul | step_trouble | LIVE R-0042, step 2: failed, decide how to go on"],
  ],
  [
    "An unknown outcome is told",
    automated,
    { before: [...byHand("1"), start("2"), begin("2")], move: lose("2") },
    ["Chie | step_trouble | LIVE R-0042, step 2: outcome unknown, decide how to go on"],
  ],
  [
    "What the machine tries again by itself is told to nobody",
    { action: { argv: ["/bin/copy"], idempotent: true, onFailure: { retry: { times: 1, delaySeconds: 5 } } } },
    { before: [...byHand("1"), start("2"), begin("2")], move: finish("2", exit(1)) },
    [],
  ],
  [
    "A result to confirm is told to who takes part",
    confirmed,
    { before: [...byHand("1"), start("2"), begin("2")], move: finish("2", exit(0)) },
    ["Olga | step_ready | LIVE R-0042, step 2: confirm the result"],
  ],
  [
    "A question that holds a step up is asked of the commander",
    { condition: when("source_up", "yes") },
    { before: [start("1")], move: complete("1"), by: olga },
    ["Chie | decision_asked | LIVE R-0042, step 2: Is the source operating?"],
  ],
  [
    "Help is asked of the commander, without the reason",
    {},
    { before: [...byHand("1"), start("2")], move: askHelp("2"), by: olga },
    ["Chie | help_asked | LIVE R-0042, step 2: Olga needs help"],
  ],
  [
    "A note is told to whom it is meant for, without its text, and not to who wrote it",
    {},
    { move: { type: "note.add", text: "the key is under the mat", step: "2", mentions: [adam.id, chie.id] } },
    ["Adam | mentioned | LIVE R-0042, step 2: Chie wrote a note to you"],
  ],
  [
    "A note meant for nobody is told to nobody",
    {},
    { move: { type: "note.add", text: "the key is under the mat" } },
    [],
  ],
  [
    "Command that is offered is told to whom",
    {},
    { move: offerCommand(adam) },
    ["Adam | command | LIVE R-0042: Chie offers you command"],
  ],
  [
    "Command that is taken is told to whom it was taken from",
    {},
    { move: take, by: adam },
    ["Chie | command | LIVE R-0042: Adam took command from Chie"],
  ],
  [
    "A broken gate is told to everyone",
    gated.approval,
    { before: byHand("1"), move: breakGlass("2") },
    [
      "everyone | break_glass | LIVE R-0042, step 2: BREAK-GLASS, Chie let it start in place of those who were asked",
      "Olga | step_ready | LIVE R-0042, step 2: ready to be started",
    ],
  ],
  ["A pause is told to everyone", {}, { move: pause }, ["everyone | run_changed | LIVE R-0042: paused by Chie"]],
  [
    "Going on is told to everyone",
    {},
    { before: [pause], move: resume },
    ["everyone | run_changed | LIVE R-0042: goes on, resumed by Chie"],
  ],
  [
    "An abort is told to everyone, without the reason",
    {},
    { move: abort },
    ["everyone | run_changed | LIVE R-0042: aborted by Chie"],
  ],
  ["An answered question tells nothing by itself", {}, { move: answerFact("firewalls", "no") }, []],
  [
    "Nor does a ticked line",
    { subSteps: [{ number: "2.1", title: "A line" }] },
    { before: [...byHand("1"), start("2")], move: tick("2.1") },
    [],
  ],
];

test.each(rows)("%s", (_rule, step, { before = [], move, by }, told) => {
  const at = play(startedRun(around(step)), ...before);
  expect(tells(at, by ? playBy(at, by, move) : play(at, move))).toEqual(told);
});

test("A step that becomes ready in a pause is told when the run goes on, and not before", () => {
  const paused = play(startedRun(around({})), start("1"), pause);
  const ready = play(paused, complete("1"));
  expect(tells(paused, ready)).toEqual([]);
  expect(tells(ready, play(ready, resume))).toContain("Olga | step_ready | LIVE R-0042, step 2: ready to be started");
});
