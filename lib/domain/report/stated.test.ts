import { expect, test } from "vitest";
import { objectivesSection } from "#lib/domain/report/objectives.ts";
import { cameAfter } from "#lib/domain/run/came-after.ts";
import type { Stated } from "#lib/domain/run/review.ts";
import { byHand } from "#lib/domain/testing/moves.ts";
import { anna, answer, ask, chie, type Play, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const over = (): Play => play(startedRun(procedureOf({}, {})), ...byHand("1"), ...byHand("2"));
const state = (at: Play, stated: Stated, by = chie) => playBy(at, by, { type: "report.state", stated });

test("Stating one thing takes nothing back of what was stated before, nor puts another's name under it", () => {
  const missed = state(over(), { rpoSeconds: 900, rpaSeconds: 3_600 });
  const report = reportOf(state(missed, { interruption: { from: "1", to: "2" } }, anna));
  expect(report).toMatchObject({
    outcome: "passed_with_conditions",
    because: ["The recovery point objective was missed."],
    objectives: { rpoSeconds: 900, rpaSeconds: 3_600, statedBy: "Chie", interruption: { from: "1", statedBy: "Anna" } },
  });
  const rows = objectivesSection(report).table?.rows.map((row) => row.at(-1));
  expect(rows).toEqual(["declared to ended", "stated by Chie", "stated by Anna"]);
});

test("What is stated otherwise replaces what was stated of the same", () => {
  const once = state(over(), { rpoSeconds: 900, rpaSeconds: 3_600 });
  expect(reportOf(state(once, { rpaSeconds: 600 }, anna))).toMatchObject({
    outcome: "passed",
    objectives: { rpoSeconds: 900, rpaSeconds: 600, statedBy: "Anna" },
  });
});

test("What was stated by mistake may be withdrawn, and counts no more", () => {
  const missed = state(over(), { rpoSeconds: 900, rpaSeconds: 3_600, interruption: { from: "1", to: "2" } });
  const report = reportOf(state(missed, { rpoSeconds: null, interruption: null }, anna));
  expect(report).toMatchObject({
    outcome: "passed",
    objectives: { rpoSeconds: null, rpaSeconds: 3_600, statedBy: "Chie", interruption: null },
  });
  const rows = objectivesSection(report).table?.rows.map((row) => row.at(-1));
  expect(rows).toEqual(["declared to ended", "stated by Chie", ""]);
});

test("An objective of which nobody knows what was lost is not said to be met", () => {
  const promised = state(over(), { rpoSeconds: 900 });
  const unknown =
    "Nobody has stated how much data was lost: whether the recovery point objective was met is not known.";
  expect(reportOf(promised)).toMatchObject({ outcome: "passed_with_conditions", because: [unknown] });
  expect(reportOf(state(promised, { rpaSeconds: 0 }))).toMatchObject({
    outcome: "passed",
    because: ["Every step that applied was completed as written.", "No objective was missed."],
  });
});

test("A report is signed off only up to what was read of it", () => {
  const before = over();
  const at = state(before, { rpoSeconds: 900 });
  const sign = (seen?: number) => answer(ask(at, { type: "report.sign_off", as: "Auditor", seen }, anna));
  expect(sign(before.run.seq)).toBe("report_went_on");
  expect(sign(at.run.seq)).toBe("report.signed_off");
  expect(sign(), "a program that signs what there is").toBe("report.signed_off");
});

test("A report is signed as it is also when others sign after that, and not when something came after", () => {
  const signed = playBy(over(), anna, { type: "report.sign_off", as: "Auditor" });
  const both = playBy(signed, chie, { type: "report.sign_off", as: "Commander" });
  const after = ({ run: { review, seq } }: Play) => review.signOffs.map((one) => cameAfter(review, one, seq));
  expect([after(signed), after(both), after(state(both, { rpaSeconds: 0 }))]).toEqual([[0], [0, 0], [1, 1]]);
});
