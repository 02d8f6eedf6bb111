import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Calls, readCalls, takeCalls } from "#lib/client/overview/one-tab.ts";

const none: Calls = {};
const SECOND = 1_000;

describe("of several tabs", () => {
  const { free, calls } = takeCalls(none, ["a", "b"], "first", 0);

  it("the first calls", () => {
    expect(free).toEqual(["a", "b"]);
  });

  it("another calls for nothing that the first has, also when it wakes a minute later", () => {
    expect(takeCalls(calls, ["a", "b"], "second", 61 * SECOND).free).toEqual([]);
    expect(takeCalls(calls, ["b", "c"], "second", 61 * SECOND).free).toEqual(["c"]);
  });

  it("the first calls again when it is waited for again, and the other still does not", () => {
    const again = takeCalls(calls, ["a"], "first", 60 * SECOND);
    expect(again.free).toEqual(["a"]);
    expect(takeCalls(again.calls, ["a"], "second", 120 * SECOND).free).toEqual([]);
  });

  it("any calls once the first is long gone, and what it called for is forgotten", () => {
    const later = takeCalls(calls, ["a"], "second", 100 * SECOND);
    expect(later.free).toEqual(["a"]);
    expect(Object.keys(later.calls)).toEqual(["a"]);
  });
});

it.each([null, "", "{", "null", "7", "[]", '{"a":"first"}', '{"a":["first"]}', '{"a":[1,"first"]}'])(
  "what was kept as %s counts as nothing kept",
  (kept) => {
    expect(readCalls(kept)).toEqual({});
  },
);

it("what was kept is read again", () => {
  const { calls } = takeCalls(none, ["a"], "first", 0);
  expect(readCalls(JSON.stringify(calls))).toEqual(calls);
});

describe("where there are locks", () => {
  /** A page of its own in the same browser. */
  async function openTab() {
    vi.resetModules();
    const { takesCall } = await import("#lib/client/overview/one-tab.ts");
    return takesCall;
  }

  it("the tab that called goes on to call, however often another finds the same", async () => {
    const [first, second] = [await openTab(), await openTab()];
    for (let times = 0; times < 3; times++) {
      expect(await first(["again"])).toBe(true);
      expect(await second(["again"])).toBe(false);
    }
    expect(await second(["again", "another"])).toBe(true);
    expect(await first(["another"])).toBe(false);
  });

  it("another calls once the first has not for long, counted from when it last did", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const [first, second] = [await openTab(), await openTab()];
    expect(await first(["later"])).toBe(true);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(await first(["later"])).toBe(true);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(await second(["later"])).toBe(false);
    await vi.advanceTimersByTimeAsync(40 * SECOND);
    await vi.waitFor(async () => expect(await second(["later"])).toBe(true));
    expect(await first(["later"])).toBe(false);
  });
});
