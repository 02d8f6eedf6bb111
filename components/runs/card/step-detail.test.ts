import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StepDetail } from "#components/runs/card/step-detail.tsx";
import { stepRows } from "#components/runs/list/step-rows.ts";
import { abort, begin, complete, exit, finish, pause, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const retry = { times: 1, delaySeconds: 60 };
const procedure = procedureOf({ action: { argv: ["/bin/x"], idempotent: true, onFailure: { retry } } });
const failed = play(startedRun(procedure), start("1"), begin("1"), finish("1", exit(1)));

function drawn({ procedure, run }: typeof failed): string {
  const [row] = stepRows(procedure, run, {});
  if (!row) throw new Error("There is a step.");
  return renderToStaticMarkup(createElement(StepDetail, row)).replace(/<[^>]*>/g, "");
}

it("a step says that it is tried again by itself only while its run may do that", () => {
  expect(drawn(failed)).toContain("Tries again by itself at");
  expect(drawn(play(failed, pause))).toContain("exit code 1");
  expect(drawn(play(failed, pause))).not.toContain("Tries again");
  expect(drawn(play(failed, abort))).not.toContain("Tries again");
});

it("a step that may be done at one of two places says at which it was done, and no other says where", () => {
  const doneAt = (roles: string[], role: string) =>
    drawn(play(startedRun(procedureOf({ roles })), start("1", { role }), complete("1")));
  expect(doneAt(["source", "destination"], "destination")).toMatch(/^Chie at Osaka, /);
  expect(doneAt(["source", "destination"], "source")).toMatch(/^Chie at Tokyo, /);
  expect(doneAt(["destination"], "destination")).toMatch(/^Chie, /);
});
