import { describe, expect, it } from "vitest";
import { visitsOf, withVisit } from "#lib/client/palette/visits.ts";

const [mei, jun] = ["person-1", "person-2"];
const procedure = "/procedures/0190c2de-0000-7000-8000-000000000001";
const afterwards = (...paths: string[]) =>
  paths.reduce<string | null>((kept, path) => withVisit(kept, mei, path), null);

describe("what a browser remembers of visits", () => {
  it.each<[string, string[], string[]]>([
    ["runs and procedures, the latest first", ["/runs/R-0001", procedure], [procedure, "/runs/R-0001"]],
    ["a run once, wherever in it", ["/runs/R-0001/report", procedure, "/runs/R-0001"], ["/runs/R-0001", procedure]],
    ["no other page", ["/sites", "/procedures/new", "/runs/R-1x", "/"], []],
    [
      "no more than eight",
      Array.from({ length: 12 }, (_, i) => `/runs/R-${i}`),
      Array.from({ length: 8 }, (_, i) => `/runs/R-${11 - i}`),
    ],
  ])("is %s", (_, paths, known) => {
    expect(visitsOf(afterwards(...paths), mei)).toEqual(known);
  });

  it("is told to nobody else, and gone once somebody else was there", () => {
    const kept = afterwards("/runs/R-0001");
    expect(visitsOf(kept, jun)).toEqual([]);
    expect(visitsOf(withVisit(kept, jun, "/"), mei)).toEqual([]);
  });

  it.each([[null], [""], ["person-1 javascript:alert(1) //elsewhere"]])("is nothing of %o", (kept) => {
    expect(visitsOf(kept, mei)).toEqual([]);
  });
});
