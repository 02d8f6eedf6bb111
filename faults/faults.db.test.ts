import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watchLeases } from "#lib/server/runs/watch-leases.ts";
import { countAwaits, cutAt } from "./cut-connections.ts";
import { killWorker, MOMENTS } from "./killed-worker.ts";
import { cutConnections, stopWorker, wrongClock } from "./other-faults.ts";
import { hangListener, loseCommits } from "./spoilt-lines.ts";

// The short form of `npm run faults`: each fault once, with the same pass marks.

let stopWatching: () => void;
beforeAll(() => {
  stopWatching = watchLeases();
});
afterAll(() => stopWatching());

describe.concurrent("whatever breaks", { timeout: 120_000 }, () => {
  it.each(MOMENTS)(
    "a worker that is killed %s runs its command once at most, and is never shown as running",
    async (moment) => {
      const killed = await killWorker(moment);
      expect(killed).toMatchObject({ true: true });
      expect(killed.effects).toBeLessThanOrEqual(1);
      expect(killed.shownWithin).toBeLessThan(10_000);
    },
  );

  it("a worker that was stopped beyond its lease reports in vain", async () => {
    expect(await stopWorker()).toBe(true);
  });

  it("a worker whose clock is an hour ahead lets nothing expire early or late", async () => {
    expect(await wrongClock()).toBe(true);
  });

  it("a viewer whose listening connection hangs sees everything within the two seconds of its poll", async () => {
    expect(await hangListener(2)).toBeLessThan(2_500);
  });

  it("a command whose commit is not answered is done once", async () => {
    expect(await loseCommits(5)).toMatchObject({ once: true, lost: expect.toSatisfy((n: number) => n >= 5) });
  });
});

// Cuts the connections of everybody else, so it comes alone.
describe("when every connection is cut again and again", { timeout: 120_000 }, () => {
  it("a run loses nothing and does nothing twice", async () => {
    expect(await cutConnections(10)).toBe(true);
  });

  it("at an await of a worker, an attempt is done once or waits for a decision", async () => {
    const awaits = await countAwaits();
    expect(awaits).toBeGreaterThan(10);
    for (let at = 2; at <= awaits; at += 7) {
      for (const when of ["before", "after"] as const)
        expect([at, when, await cutAt({ at, when })]).toEqual([at, when, true]);
    }
  });
});
