import { expect, test } from "vitest";
import { timelineOf } from "#lib/domain/report/segments.ts";
import { whyOf } from "#lib/domain/run/retold.ts";
import { askHost, begin, found, lose, type Move, start } from "#lib/domain/testing/moves.ts";
import { instant, lastOf, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";

/** What its host tells when it is asked about a command that was lost: when it ended is in its receipt. */

const note: Move = { type: "note.add", text: "nobody knows" };
const notes = (count: number) => Array.from({ length: count }, () => note);

/** Begun, lost ten seconds later, and asked about twenty seconds after that. */
const begun = play(startedRun(procedureOf(automated)), start("1"), begin("1"));
const begunMs = Date.parse(begun.log.at(-1)?.at ?? "");
const asked = play(begun, ...notes(9), lose("1"), ...notes(19), askHost("1"));
const after = (seconds: number) => new Date(begunMs + seconds * 1_000).toISOString();
const told = (seconds: number, code = 0) => play(asked, found("1", { kind: "ended", code, at: after(seconds) }));

test.each([
  ["before it was lost", 4, [4], []],
  ["after it was lost, before it was asked about", 25, [25], [25]],
])("A command that ended %s took that long, and nobody was waited for before", (_, seconds, machineTo, waitingFrom) => {
  const at = told(seconds);
  expect(lastOf(at, "1").ended).toMatchObject({ at: after(seconds), durationMs: seconds * 1_000 });
  const segments = (timelineOf(at.procedure, at.log)["1"] ?? []).filter(({ from }) => from >= after(0));
  const of = (kind: string) => segments.filter((segment) => segment.kind === kind);
  expect(of("machine").map(({ to }) => to)).toEqual(machineTo.map(after));
  expect(of("waiting").map(({ from }) => from)).toEqual((waitingFrom.length > 0 ? waitingFrom : [10]).map(after));
  expect(segments.every(({ to }) => to !== null)).toBe(true);
});

test("What its host tells of a command ends no try before it began, nor later than it was told", () => {
  expect(lastOf(told(-5), "1").ended?.at).toBe(after(0));
  expect(lastOf(told(500), "1").ended?.at).toBe(told(500).log.at(-1)?.at);
});

test("What the console says of a failure that the host told is not put into a person's mouth", () => {
  expect(whyOf(stepOf(told(4, 3), "1"))).toBe("The command ended with exit code 3.");
  expect(stepOf(told(4, 3), "1").since > instant(0)).toBe(true);
});
