import { expect, test } from "vitest";
import { reportSections } from "#lib/domain/report/sections.ts";
import { answerFact, approve, breakGlass, type Move, pause, request, resume, vote } from "#lib/domain/testing/moves.ts";
import { olga, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { gated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

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
