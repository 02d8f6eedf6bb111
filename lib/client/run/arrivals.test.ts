import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Arrivals } from "#lib/client/run/arrivals.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function arrivals() {
  const taken: number[][] = [];
  return { taken, arriving: new Arrivals<number>(100, (arrived) => taken.push(arrived)) };
}

it("hands on the first at once, and those soon after it together", () => {
  const { taken, arriving } = arrivals();
  arriving.add(1);
  expect(taken).toEqual([[1]]);
  arriving.add(2);
  arriving.add(3);
  expect(taken).toEqual([[1]]);
  vi.advanceTimersByTime(100);
  expect(taken).toEqual([[1], [2, 3]]);
});

it("keeps its pace while more come, and begins anew after a rest", () => {
  const { taken, arriving } = arrivals();
  arriving.add(1);
  arriving.add(2);
  vi.advanceTimersByTime(100);
  arriving.add(3);
  expect(taken).toEqual([[1], [2]]);
  vi.advanceTimersByTime(200);
  expect(taken).toEqual([[1], [2], [3]]);
  arriving.add(4);
  expect(taken).toEqual([[1], [2], [3], [4]]);
});

it("hands on what it holds when it is told to, and nothing twice", () => {
  const { taken, arriving } = arrivals();
  arriving.add(1);
  arriving.add(2);
  arriving.flush();
  vi.advanceTimersByTime(100);
  expect(taken).toEqual([[1], [2]]);
});

it("hands on what it holds as it is stopped, and nothing after that", () => {
  const { taken, arriving } = arrivals();
  arriving.add(1);
  arriving.add(2);
  arriving.stop();
  expect(taken).toEqual([[1], [2]]);
  vi.advanceTimersByTime(1_000);
  expect(taken).toEqual([[1], [2]]);
});
