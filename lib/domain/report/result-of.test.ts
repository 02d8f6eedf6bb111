import { expect, test } from "vitest";
import { begin, exit, finish, lose, type Move, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

test("A command is told as one that goes on, and as lost only when nobody knows how it ended", () => {
  const run = startedRun(procedureOf(automated));
  const resultAfter = (...moves: Move[]) => reportOf(play(run, start("1"), ...moves)).commands[0]?.result;
  expect(resultAfter()).toBe("not begun");
  expect(resultAfter(begin("1"))).toBe("ongoing");
  expect(resultAfter(begin("1"), lose("1"))).toBe("outcome unknown");
  expect(resultAfter(begin("1"), finish("1", exit(0)))).toBe("exit code 0");
  const left = finish("1", { kind: "exited", code: 0, leftBehind: true });
  expect(resultAfter(begin("1"), left)).toBe("exit code 0, processes it started go on");
});
