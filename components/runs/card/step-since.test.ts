import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StepSince } from "#components/runs/card/step-since.tsx";
import { type StepRow, stepRows } from "#components/runs/list/step-rows.ts";
import { abort, fail, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

const procedure = procedureOf({});
const failed = play(startedRun(procedure), start("1"), fail("1"));

/** As the server draws it, which knows no other time than its own. */
function drawn(row: StepRow): string {
  return asRead(renderToStaticMarkup(createElement(StepSince, row)).replace(/<[^>]*>/g, ""));
}

function rowOf({ run }: typeof failed): StepRow {
  const [row] = stepRows(procedure, run, {});
  if (!row) throw new Error("There is a step.");
  return row;
}

it("a step that failed waits until its run ends, and no longer", () => {
  expect(drawn(rowOf(failed))).toBe("&lt; 1 min");
  const { run } = play(failed, abort);
  const { since } = rowOf(failed).state;
  const endedAt = new Date(Date.parse(since) + 4 * 60_000).toISOString();
  expect(drawn(rowOf({ ...failed, run: { ...run, endedAt } }))).toBe("4 min");
});

it("a step that failed after its run was over has waited for nobody", () => {
  const { run } = play(failed, abort);
  const { state } = rowOf(failed);
  expect(drawn(rowOf({ ...failed, run: { ...run, endedAt: state.since } }))).toBe("");
});
