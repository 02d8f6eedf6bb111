import { expect, test } from "vitest";
import { outline } from "#lib/domain/outline.ts";
import { commandLines } from "#lib/domain/paper/run-commands.ts";
import { abort, begin, exit, finish, skip, start } from "#lib/domain/testing/moves.ts";
import { type Play, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";

const labels = (at: Play) => {
  const step = outline(at.procedure).byNumber.get("1");
  return step && commandLines(at.run, step, stepOf(at, "1")).map(({ label }) => label);
};
const failed = [start("1"), begin("1"), finish("1", exit(1))];
const live = startedRun(procedureOf(automated, {}));
const drill = (inDrill: "run" | "simulate") =>
  startedRun(procedureOf({ ...automated, inDrill }, {}), { mode: "drill" });

test.each([
  ["that is to be run", live, "Runs at"],
  ["that failed and may be run again", play(live, ...failed), "Runs at"],
  ["that failed and was skipped", play(live, ...failed, skip("1")), "Ran at"],
  ["that failed in a run that was aborted", play(live, ...failed, abort), "Ran at"],
  ["that no worker had begun when the run was aborted", play(live, start("1"), abort), "Would have run at"],
  ["that was skipped", play(live, skip("1")), "Would have run at"],
  ["that acts in a drill", drill("run"), "Runs at"],
])("The paper says of a command %s where it was, or will be", (_, at, label) => {
  expect(labels(at)?.[0]).toBe(label);
  expect(labels(at)).not.toContain("SIMULATED");
});

test("The paper says of a command that a drill only shows that it is not to be run, before it tells it", () => {
  expect(labels(drill("simulate"))?.slice(0, 2)).toEqual(["SIMULATED", "Would run at"]);
});
