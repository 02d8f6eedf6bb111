import { describe, expect, it } from "vitest";
import { nextShow } from "#lib/client/run/next-show.ts";
import { noFilter, type RunFilter, readRunFilter, runFilterQuery } from "#lib/client/run/run-filter.ts";

const told = (query: string) => readRunFilter(Object.fromEntries(new URLSearchParams(query)));

describe("the filter of a run in its address", () => {
  it.each<[string, RunFilter, string]>([
    ["everything needs no words", noFilter, ""],
    ["mine", { ...noFilter, only: "mine" }, "?show=mine"],
    ["a state", { ...noFilter, only: "not_applicable" }, "?show=not_applicable"],
    ["a site", { ...noFilter, site: "Practice East" }, "?site=Practice+East"],
    ["a role", { ...noFilter, role: "replication_definition" }, "?role=replication_definition"],
    ["words", { ...noFilter, text: "dns & mail" }, "?find=dns+%26+mail"],
    [
      "all at once",
      { only: "problems", site: "Tokyo", role: "source", text: "mail" },
      "?show=problems&site=Tokyo&role=source&find=mail",
    ],
  ])("%s", (_, filter, query) => {
    expect(runFilterQuery(filter)).toBe(query);
    expect(told(query)).toEqual(filter);
  });

  it("leaves out what makes no sense", () => {
    expect(told("?show=nonsense&other=1")).toEqual(noFilter);
    expect(readRunFilter({ show: ["mine", "problems"] }).only).toBe("mine");
  });
});

describe("one key goes round the filters", () => {
  it.each([
    ["all", "mine"],
    ["mine", "person"],
    ["person", "problems"],
    ["problems", "all"],
    ["failed", "all"],
  ] as const)("after %s comes %s", (only, next) => {
    expect(nextShow(only)).toBe(next);
  });
});
