import { expect, test } from "vitest";
import { lostWords } from "#lib/client/run/attempt-words.ts";
import { begin, cancel, complete, exit, finish, lose, start } from "#lib/domain/testing/moves.ts";
import { lastOf, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";

test("An attempt that was given up is told as lost, or as never begun, and never as one that ended", () => {
  const sent = play(startedRun(procedureOf(automated)), start("1"));
  const words = (at: typeof sent) => lostWords(lastOf(at, "1"));
  expect(words(sent)).toBeNull();
  expect(words(play(sent, cancel("1")))).toBe("not begun");
  expect(words(play(sent, begin("1"), lose("1")))).toBe("outcome unknown");
  expect(words(play(sent, begin("1"), finish("1", exit(1))))).toBeNull();
  expect(words(play(startedRun(procedureOf({})), start("1"), complete("1")))).toBeNull();
});
