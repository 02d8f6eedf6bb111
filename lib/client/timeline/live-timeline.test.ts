import { describe, expect, it } from "vitest";
import { foldTimeline } from "#lib/client/timeline/live-timeline.ts";
import { timelineOf } from "#lib/domain/report/segments.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { byHand } from "#lib/domain/testing/moves.ts";
import { draftRun, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const procedure = procedureOf({}, {});
const draft = draftRun(procedure);
const later = play(startedRun(procedure), ...byHand("1"));

describe("a timeline", () => {
  const planned = { "1": { from: later.run.createdAt, to: later.run.createdAt, basis: "by the procedure" } };
  const whole = { seq: later.run.seq, steps: timelineOf(procedure, later.log), planned };
  const upTo = (seq: number) => ({
    seq,
    steps: timelineOf(
      procedure,
      later.log.filter((logged) => logged.seq <= seq),
    ),
    planned,
  });
  const startSeq = later.log.find(({ event }) => event.type === "run.started")?.seq ?? 0;

  it("that is told each event is the one the server has, whether it was read before the run or after", () => {
    expect(foldTimeline(procedure, upTo(startSeq), draft.run, later.log)).toEqual(whole);
    expect(foldTimeline(procedure, upTo(startSeq + 1), draft.run, later.log)).toEqual(whole);
    expect(foldTimeline(procedure, whole, draft.run, later.log)).toBe(whole);
  });

  it("is asked for anew when the run begins: nothing was planned before", () => {
    expect(foldTimeline(procedure, upTo(startSeq - 1), draft.run, later.log)).toBeNull();
  });

  it("that misses an event says so", () => {
    expect(
      foldTimeline(procedure, upTo(startSeq), later.run, [{ ...lastOf(later.log), seq: later.run.seq + 1 }]),
    ).toBeNull();
  });
});

function lastOf(log: readonly LoggedEvent[]): LoggedEvent {
  const last = log.at(-1);
  if (!last) throw new Error("The log is empty.");
  return { ...last, event: { type: "note.added", text: "one more" } };
}
