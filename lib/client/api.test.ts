import { describe, expect, it } from "vitest";
import { addressOf } from "#lib/client/api.ts";

describe("the address of a call", () => {
  it.each([
    ["/api/sites", {}, "/api/sites"],
    ["/api/runs/{id}", { id: "R-0042" }, "/api/runs/R-0042"],
    ["/api/runs/{id}/events", { id: "R-0042", after: 7 }, "/api/runs/R-0042/events?after=7"],
    ["/api/runs/{id}/steps/{number}", { id: "a/b", number: "12 a" }, "/api/runs/a%2Fb/steps/12%20a"],
    ["/api/runs", { text: "a & b", mode: undefined, after: "" }, "/api/runs?text=a+%26+b"],
  ])("%s with %j", (path, params, expected) => {
    expect(addressOf(path, params)).toBe(expected);
  });
});
