import { describe, expect, it } from "vitest";
import { forecast } from "#lib/domain/forecast.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { begin, complete, exit, finish, type Move, start } from "#lib/domain/testing/moves.ts";
import { type Play, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

/** The first of two steps is begun, and the clock of this test goes on by a second for each note. */

const note: Command = { type: "note.add", text: "so far so good" };
const seconds = (count: number): Move[] => Array.from({ length: count }, () => note);
const lastMs = ({ log }: Play) => Date.parse(log.at(-1)?.at ?? "");

const begunRun = (step: StepDraft): Play =>
  play(startedRun(procedureOf({ expectedSeconds: 60, ...step }, { expectedSeconds: 30 })), start("1"));

/** Seconds from then to the projected finish. */
function left(at: Play): number {
  const finishMs = forecast(at.procedure, at.run, {}, lastMs(at))?.finishMs ?? Number.NaN;
  return (finishMs - lastMs(at)) / 1_000;
}

/** For how many seconds the step has gone on, by the strip. */
const goingOn = (at: Play): number =>
  (lastMs(at) - Date.parse(digest(at.procedure, at.run).now[0]?.since ?? "")) / 1_000;

describe("A step that goes on", () => {
  const looked: StepDraft = { expected: { probe: { that: { look: "command", argv: ["/bin/look"] } } } };

  it("is not begun anew when what was done is looked at: that is a part of it", () => {
    const done = play(begunRun(looked), ...seconds(40), complete("1"));
    expect(stepOf(done, "1").attempts.at(-1)?.conduct).toBe("verification");
    expect([left(done), goingOn(done)]).toEqual([60 - 41 + 30, 41]);
  });

  it("takes none of its time while its command waits for a worker", () => {
    const queued = play(begunRun(automated), ...seconds(80));
    expect([left(queued), goingOn(queued)]).toEqual([60 + 30, 80]);
    const begun = play(queued, begin("1"), ...seconds(8));
    expect([left(begun), goingOn(begun)]).toEqual([60 - 8 + 30, 8]);
  });

  it("takes as long as usual in a drill that only shows its command, where somebody does it by hand", () => {
    const shown = procedureOf({ ...automated, expectedSeconds: 60, inDrill: "simulate" }, { expectedSeconds: 30 });
    const ready = startedRun(shown, { mode: "drill" });
    expect(left(ready), "it ends as it begins").toBe(30);
    expect(left(play(ready, start("1", { byHand: true }), ...seconds(20)))).toBe(60 - 20 + 30);
  });

  it("begins when it is tried again by itself, and not before", () => {
    const onFailure = { retry: { times: 1, delaySeconds: 1_800 } };
    const action = { argv: ["/bin/copy"], idempotent: true as const, onFailure };
    const failed = play(begunRun({ action }), begin("1"), finish("1", exit(1)));
    expect(left(failed)).toBe(1_800 + 60 + 30);
    const later = play(failed, ...seconds(100));
    expect(left(later)).toBe(left(failed) - (lastMs(later) - lastMs(failed)) / 1_000);
  });
});
