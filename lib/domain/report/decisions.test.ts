import { expect, test } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { reportSections } from "#lib/domain/report/sections.ts";
import {
  acceptCommand,
  answerFact,
  approve,
  breakGlass,
  declineCommand,
  enter,
  type Move,
  offerCommand,
  pause,
  request,
  resume,
  vote,
  withdrawCommand,
} from "#lib/domain/testing/moves.ts";
import { adam, chie, olga, play, playBy, startedRun, statuses } from "#lib/domain/testing/play.ts";
import { gated, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

test("What was decided of a step that is held back is told to be void, and nothing of one that nobody was asked about", () => {
  const ifUp = { condition: when("source_up", "yes"), dependsOn: [] };
  const positions = [{ key: "lead", title: "Lead" }];
  const steps = [{ ...gated.approval, ...ifUp }, { ...gated.poll, ...ifUp }, { ...gated.approval, ...ifUp }, ifUp, {}];
  const offered = startedRun({ ...procedureOf(...steps), positions }, { facts: { source_up: "yes" } });
  const decided = play(offered, request("1"), approve("1"), vote("2", "go"));
  const corrected = play(decided, answerFact("source_up", "no"), answerFact("source_up", "yes"));
  const { decisions } = reportOf(corrected);
  const voided = decisions.filter(({ what }) => what.includes("void"));
  expect(voided.map(({ step, reason }) => [step, reason])).toEqual([
    ["1", "The step was held back after it was asked."],
    ["2", "The step was held back after it was asked."],
  ]);
  expect(statuses(corrected)).toBe(statuses(offered));
  expect(corrected.run.steps.map(({ gate }) => gate?.votes ?? [])).toEqual([[], [], [], [], []]);
});

test("A value that was given otherwise before is told as corrected, by whom and from what", () => {
  const giving = { outputs: [{ name: "folder", label: "Folder", type: "text" }] } as const;
  const known = play(
    startedRun(procedureOf({ ...giving, outputs: [...giving.outputs] }, {})),
    enter("folder", "/srv/a"),
  );
  expect(reportOf(known).decisions).toEqual([]);
  expect(reportOf(play(known, enter("folder", "/srv/b"))).decisions).toMatchObject([
    { step: "1", by: "Chie", what: "corrected Folder: /srv/b, before /srv/a" },
  ]);
});

test("Votes and approvals are listed with their reasons", () => {
  const asked = playBy(startedRun(procedureOf(gated.approval, {})), olga, request("1"));
  const { decisions } = reportOf(play(asked, { ...approve("1"), note: "the lines are empty" } as Move));
  expect(decisions.map(({ what, by, reason }) => `${by}: ${what} ${reason}`.trim())).toEqual([
    "Olga: asked for approval",
    "Paul: voted approve the lines are empty",
    "Paul: let it start the lines are empty",
  ]);
});

test("A vote is listed by the title of its position", () => {
  const at = play(startedRun(procedureOf(gated.poll)), vote("1", "go"));
  expect(reportOf(at).decisions.map(({ what }) => what)).toContain("voted go as Lead");
});

test("Each answer is listed with who gave it and what stood there before, and the last one beside its question", () => {
  const asked = startedRun(procedureOf({}), { facts: { source_up: "yes" } });
  const report = reportOf(play(asked, answerFact("source_up", "no"), answerFact("firewalls", "yes")));
  expect(report.decisions.map(({ by, what }) => `${by} ${what}`)).toEqual([
    "Chie answered “source operating”: no, before yes",
    "Chie answered “firewalls included”: yes, before unknown",
  ]);
  expect(report.facts.map(({ answer, said }) => [answer, said])).toEqual(
    (["no", "yes"] as const).map((answer, place) => [answer, { by: "Chie", at: report.decisions[place]?.at }]),
  );
});

test("A decision says how long it had been asked for, and what nobody waited for says nothing", () => {
  const at = play(startedRun(procedureOf(gated.approval, {})), request("1"), pause, resume, approve("1"));
  const rows = reportSections(reportOf(at)).find(({ title }) => title === "Decisions")?.table?.rows;
  expect(rows?.map(([, , waited, , what]) => [what, waited])).toEqual([
    ["asked for approval", ""],
    ["voted approve", "3 s"],
    ["let it start", "3 s"],
  ]);
  const broken = play(startedRun(procedureOf(gated.poll)), vote("1", "no_go"), breakGlass("1"));
  expect(reportOf(broken).decisions.map(({ waitedSeconds }) => waitedSeconds)).toEqual([
    expect.any(Number),
    expect.any(Number),
  ]);
});

test("Who was offered the command, and what they answered, is listed; who gave it is told beside their name", () => {
  const said: [Person, Move][] = [
    [chie, offerCommand(adam)],
    [adam, declineCommand],
    [chie, offerCommand(adam)],
    [chie, withdrawCommand],
    [chie, offerCommand(adam)],
    [adam, acceptCommand],
  ];
  const at = said.reduce((now, [by, move]) => playBy(now, by, move), startedRun(procedureOf({})));
  const report = reportOf(at);
  expect(
    report.decisions.map(({ by, what, reason, waitedSeconds }) => [`${by} ${what}`, reason, waitedSeconds]),
  ).toEqual([
    ["Chie offered command to Adam", "", null],
    ["Adam declined command", "I am driving", 1],
    ["Chie offered command to Adam", "", null],
    ["Chie took back the offer of command to Adam", "", null],
    ["Chie offered command to Adam", "", null],
    ["Adam accepted command from Chie", "", 1],
  ]);
  expect(report.participants.map(({ name, parts }) => [name, parts.join()])).toContainEqual([
    "Chie",
    "commander of this run before Adam",
  ]);
  expect(report.participants.map(({ name, parts }) => [name, parts[0]])).toContainEqual([
    "Adam",
    "commander of this run",
  ]);
});
