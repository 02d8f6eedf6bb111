import { expect, it } from "vitest";
import { type CardView, cardPieces, onlySeen } from "#components/runs/card/card-views.ts";
import { isProblem, openByThemselves, type StepRow, stepRows } from "#components/runs/list/step-rows.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { complete, fail, start } from "#lib/domain/testing/moves.ts";
import { type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const STEPS = 500;
const procedure = procedureOf(...Array.from({ length: STEPS }, () => ({ dependsOn: [] })));
const begun = startedRun(procedure);
const past = {};

function listOf({ run }: Play, passes: (row: StepRow) => boolean = () => true) {
  const rows = stepRows(procedure, run, past);
  const open = openByThemselves(rows, run, digest(procedure, run));
  return cardPieces(rows, {
    passing: new Set(rows.filter(passes)),
    isOpen: ({ step }) => open.has(step.number),
    firstFinal: undefined,
    onPhone: null,
  });
}

const viewsOf = (pieces: ReturnType<typeof listOf>) => pieces.flatMap(({ views }) => views);
const numbers = (views: readonly CardView[]) => views.map(({ row }) => row.step.number);

it("changes the card of the step that an event is about, and those that share its box", () => {
  const [before, after] = [listOf(begun), listOf(play(begun, start("250")))];
  const changed = viewsOf(after).filter((view, place) => view !== viewsOf(before)[place]);
  expect(numbers(changed)).toEqual(["249", "250", "251"]);
});

it("keeps every piece of the list that an event does not concern", () => {
  const [before, after] = [listOf(begun), listOf(play(begun, start("250"), complete("250")))];
  expect(after.length).toBe(25);
  expect(after.filter(({ views }, place) => views !== before[place]?.views).length).toBe(1);
});

it("keeps everything when nothing is about a step", () => {
  const noted = play(begun, { type: "note.add", text: "Storage is on the bridge." });
  expect(listOf(noted).every(({ views }, place) => views === listOf(begun)[place]?.views)).toBe(true);
});

it("hides what the filter leaves out, in the pieces that it stood in", () => {
  const failed = play(begun, start("250"), fail("250"));
  const hidden = listOf(failed, ({ shown }) => isProblem(shown));
  expect(viewsOf(hidden).length).toBe(STEPS);
  expect(hidden.filter((piece) => !piece.hidden).length).toBe(1);
  expect(numbers(viewsOf(onlySeen(hidden)))).toEqual(["250"]);
  expect(onlySeen(hidden).length).toBe(hidden.length);
});

it("draws nothing of the pieces that a filter hides whole, before it shows them again", () => {
  const failed = play(begun, start("250"), fail("250"));
  const before = listOf(failed);
  const none = () => false;
  const hidden = listOf(play(failed, start("20"), complete("20")), none);
  const changed = hidden.filter(({ views }, place) => views !== before[place]?.views);
  expect(changed.map(({ views }) => views.some(({ open }) => open))).toEqual(changed.map(() => true));
  const after = listOf(play(failed, start("20"), complete("20")));
  expect(viewsOf(after).find(({ row }) => row.step.number === "20")?.row.shown).toBe("completed");
});
