import { describe, expect, it } from "vitest";
import {
  axis,
  canMove,
  type Direction,
  halfWidth,
  isInside,
  type Moments,
  movedTo,
  percentAt,
  scaleAround,
  scaleAt,
  ticks,
  wholeScale,
  type Zoomed,
} from "#lib/client/timeline/timeline-scale.ts";

const minute = 60_000;
const at = (hours: number, minutes = 0) => Date.UTC(2026, 0, 1, hours, minutes);

describe("what a timeline shows", () => {
  const moments: Moments = { declaredMs: at(3), nowMs: at(4), finishMs: at(5), plannedMs: null, dueMs: null };

  it.each<[string, Partial<Moments>, number]>([
    ["goes to the projected finish", {}, at(5)],
    ["goes to now where no finish is known", { finishMs: null }, at(4)],
    ["goes to the planned finish where that is later", { plannedMs: at(6) }, at(6)],
    ["goes to an objective that is near", { dueMs: at(7) }, at(7)],
    ["leaves out an objective that is far", { dueMs: at(20) }, at(5)],
    ["is ten minutes at least", { nowMs: at(3), finishMs: null }, at(3, 10)],
  ])("%s", (_, more, last) => {
    const scale = wholeScale({ ...moments, ...more });
    expect(scale.fromMs).toBe(at(3));
    expect(scale.toMs).toBeCloseTo(last + (last - at(3)) / 50);
  });

  it("is around now with more of the past", () => {
    const scale = scaleAround(at(4), 60 * minute);
    expect(scale).toEqual({ fromMs: at(3, 20), toMs: at(4, 20) });
    expect([isInside(scale, at(4)), isInside(scale, at(5))]).toEqual([true, false]);
    expect([at(3), at(3, 50), at(9)].map((ms) => percentAt(scale, ms))).toEqual([0, 50, 100]);
  });
});

describe("what was moved", () => {
  const zoomed: Zoomed = { declaredMs: at(0), nowMs: at(4), lastMs: at(4), spanMs: 60 * minute };
  /** From when it shows, after so many moves; and whether it can go on in each direction. */
  const shown = (moves: readonly Direction[], within: Zoomed) => {
    const middleMs = moves.reduce<number | null>(
      (middle, direction) => movedTo(direction, scaleAt(middle, within), within),
      null,
    );
    const scale = scaleAt(middleMs, within);
    expect(scale.toMs - scale.fromMs).toBe(60 * minute);
    return [scale.fromMs, canMove("earlier", scale, within), canMove("later", scale, within)];
  };
  const times = (count: number, direction: Direction): Direction[] => new Array(count).fill(direction);

  it.each<[string, Direction[], ReturnType<typeof shown>]>([
    ["follows now at first", [], [at(3, 20), true, false]],
    ["goes half of it further", ["earlier"], [at(2, 50), true, true]],
    ["comes as far as the declaration, and no further", times(9, "earlier"), [at(0), false, true]],
    ["goes from there to the next half", [...times(7, "earlier"), "later"], [at(0, 30), true, true]],
    ["follows now again when it is back there", ["earlier", "later"], [at(3, 20), true, false]],
  ])("%s", (_, moves, expected) => {
    expect(shown(moves, zoomed)).toEqual(expected);
  });

  it.each<[string, Direction[], ReturnType<typeof shown>]>([
    ["goes on to what is expected", ["later"], [at(3, 50), true, true]],
    ["goes no further than that", ["later", "later"], [at(4, 20), true, false]],
    ["follows now again when it comes back", ["later", "later", "earlier", "earlier"], [at(3, 20), true, true]],
  ])("%s", (_, moves, expected) => {
    expect(shown(moves, { ...zoomed, lastMs: at(5) })).toEqual(expected);
  });

  it("comes back to now in a run that is younger than what is shown", () => {
    const young = { ...zoomed, nowMs: at(0, 20), lastMs: at(3) };
    expect(shown(["later"], young)).toEqual([at(0, 10), true, true]);
    expect(shown(["later", "earlier"], young)).toEqual([at(0, -20), false, true]);
  });

  it("stays where it is as time goes by, and about where it is when it is enlarged", () => {
    const middleMs = movedTo("earlier", scaleAt(null, zoomed), zoomed);
    expect(scaleAt(middleMs, { ...zoomed, nowMs: at(5) }).fromMs).toBe(at(2, 50));
    expect(scaleAt(middleMs, { ...zoomed, spanMs: 10 * minute })).toEqual({ fromMs: at(3, 15), toMs: at(3, 25) });
  });

  it("has nowhere to go in a run that is shorter than what is shown", () => {
    const young = { ...zoomed, nowMs: at(0, 20), lastMs: at(0, 20) };
    const scale = scaleAt(null, young);
    expect([canMove("earlier", scale, young), canMove("later", scale, young)]).toEqual([false, false]);
  });
});

describe("the axis", () => {
  it("has four round instants at most", () => {
    expect(ticks({ fromMs: at(3, 12), toMs: at(7, 12) }, "UTC")).toEqual([at(4), at(5), at(6), at(7)]);
    expect(ticks({ fromMs: at(3, 12), toMs: at(3, 31) }, "UTC")).toEqual([at(3, 15), at(3, 20), at(3, 25), at(3, 30)]);
  });

  const words = (fromMs: number, toMs: number, zone: string, endMs = toMs) =>
    axis({ fromMs, toMs }, zone, endMs).map((tick) => tick.words);

  it("is round on the clock of a zone with half hours too", () => {
    expect(words(at(3), at(7), "Asia/Calcutta")).toEqual(["09:00", "10:00", "11:00", "12:00"]);
  });

  it("tells the day where it is another", () => {
    expect(words(at(9), at(33), "UTC", at(30))).toEqual(["1 Jan, 12:00", "18:00", "2 Jan", "06:00"]);
    expect(words(at(20), at(32), "UTC", at(21))).toEqual(["21:00", "2 Jan", "03:00", "06:00"]);
    expect(words(at(9), at(9 + 60), "Asia/Tokyo")).toEqual(["2 Jan", "3 Jan", "4 Jan"]);
    expect(words(at(0), at(24 * 29), "Asia/Tokyo")).toEqual(["2 Jan", "10 Jan", "18 Jan", "26 Jan"]);
  });

  it("names the zone where the clock was changed, and midnight is midnight on either side", () => {
    const [from, to] = [Date.UTC(2026, 9, 31, 22), Date.UTC(2026, 10, 2, 4)];
    expect(words(from, to, "America/New_York", from)).toEqual(["1 Nov", "11:00 UTC-5", "23:00"]);
    expect(words(from, to + 84 * 60 * minute, "America/New_York", from)).toEqual([
      "1 Nov",
      "3 Nov, 00:00 UTC-5",
      "5 Nov",
    ]);
  });
});

describe("the words along the clock", () => {
  it("get room for each character, of which a Japanese one is as wide as two digits", () => {
    expect(halfWidth("Dec 31")).toBe(3);
    expect(halfWidth("12月31日")).toBe(4);
  });
});
