import { expect, it } from "vitest";
import { keptPlaces, type Place, samePlaces } from "#lib/client/overview/going-places.ts";

const well = (id: string): Place => ({ id, atRisk: false });
const risky = (id: string): Place => ({ id, atRisk: true });

it("A run stays where it was drawn, one that is over is gone, and a new one comes last", () => {
  const drawn = [risky("a"), well("b"), well("c")];
  const kept = keptPlaces(drawn, [risky("new"), risky("c"), risky("a")]);
  expect(kept).toEqual([risky("a"), well("c"), risky("new")]);
});

it("Places are the same only in the same order and groups", () => {
  expect(samePlaces([risky("a"), well("b")], [risky("a"), well("b")])).toBe(true);
  expect(samePlaces([risky("a"), well("b")], [risky("a"), risky("b")])).toBe(false);
  expect(samePlaces([well("a"), well("b")], [well("b"), well("a")])).toBe(false);
  expect(samePlaces([well("a")], [well("a"), well("b")])).toBe(false);
});
