import { describe, expect, it } from "vitest";
import { foldEvents, heardBefore, livenessAt, newerView } from "#lib/client/run/live-run.ts";
import type { RunView } from "#lib/contract/runs.ts";
import { byHand } from "#lib/domain/testing/moves.ts";
import { draftRun, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const procedure = procedureOf({}, {});
const version = { id: "p", key: "example", title: "An example", version: 1, hash: "h" };
const draft = draftRun(procedure);
const later = play(startedRun(procedure), ...byHand("1"));
const view: RunView = { run: draft.run, procedure: version, serverAt: draft.run.createdAt };

describe("events folded into a view", () => {
  it("give the run that the server has", () => {
    expect(foldEvents(view, later.log)).toEqual({ ...view, run: later.run, serverAt: later.log.at(-1)?.at });
  });

  it("change nothing the second time", () => {
    const folded = foldEvents(view, later.log);
    if (folded === "gap") throw new Error("There is no gap.");
    expect(foldEvents(folded, later.log)).toBe(folded);
  });

  it("are refused when one is missing", () => {
    expect(foldEvents(view, later.log.slice(2))).toBe("gap");
  });

  it("leave the steps alone that they are not about", () => {
    const folded = foldEvents(view, later.log);
    if (folded === "gap") throw new Error("There is no gap.");
    const again = foldEvents(folded, [
      {
        seq: folded.run.seq + 1,
        at: view.serverAt,
        actor: later.log[0]?.actor ?? { kind: "system", name: "x" },
        event: { type: "sub_step.added", step: "2", subStep: "2.1", title: "one" },
      },
    ]);
    if (again === "gap") throw new Error("There is no gap.");
    expect(again.run.steps[0]).toBe(folded.run.steps[0]);
    expect(again.run.steps[1]).not.toBe(folded.run.steps[1]);
  });
});

describe("an answer of the server", () => {
  const newer = { ...view, run: later.run };

  it("does not turn back a run that has gone on meanwhile", () => {
    expect(newerView(newer, view)).toBe(newer);
  });

  it("turns it back where it is well later and knows less: what is missing was lost", () => {
    const { at = "" } = later.log.at(-1) ?? {};
    const known = foldEvents(view, later.log);
    if (known === "gap") throw new Error("There is no gap.");
    const restored = (afterMs: number) => ({ ...view, serverAt: new Date(Date.parse(at) + afterMs).toISOString() });
    expect(newerView(known, restored(5_000))).toBe(known);
    const much = restored(5_001);
    expect(newerView(known, much)).toBe(much);
  });

  it("is taken when it is as new or newer, or the first", () => {
    expect(newerView(view, newer)).toBe(newer);
    expect(newerView(undefined, view)).toBe(view);
  });
});

describe("what the page claims", () => {
  it.each([
    ["heard just now", 0, true, "live"],
    ["silent, but not for long", 11_999, true, "live"],
    ["silent for longer than the server ever is", 12_000, true, "reconnecting"],
    ["the stream is broken", 0, false, "reconnecting"],
    ["heard by asking, though the stream is broken", 5_000, false, "reconnecting"],
    ["not heard for half a minute", 30_000, false, "stale"],
    ["a stream that claims to be open and is dead", 30_000, true, "stale"],
  ])("%s", (_, silentMs, open, expected) => {
    expect(livenessAt(1_000_000 + silentMs, 1_000_000, open)).toBe(expected);
  });
});

describe("a run that somebody goes back to is", () => {
  const MINUTE = 60_000;
  const readAtMs = Date.parse(view.serverAt);
  const { seq } = view.run;

  it.each<[string, Parameters<typeof heardBefore>[0], number, number]>([
    ["as of now, where it was never here", undefined, 9, 9],
    ["as old as when it was heard last", { atMs: readAtMs + 4 * MINUTE, seq }, 9, 4],
    ["as old as when it was read elsewhere since", { atMs: readAtMs - MINUTE, seq }, 9, 0],
    [
      "as old as when it was read, where what came after was not kept",
      { atMs: readAtMs + 4 * MINUTE, seq: seq + 1 },
      9,
      0,
    ],
    ["never of a time to come", { atMs: 0, seq }, -2, -2],
  ])("%s", (_, before, now, minutes) => {
    const nowMs = readAtMs + now * MINUTE;
    expect((heardBefore(before, view, nowMs) - readAtMs) / MINUTE).toBe(minutes);
  });
});
