import { describe, expect, it } from "vitest";
import { addressOf } from "#lib/client/api.ts";

describe("the address of a call", () => {
  it.each([
    [addressOf("GET /api/sites", {}), "/api/sites"],
    [addressOf("GET /api/runs/{id}", { id: "R-0042" }), "/api/runs/R-0042"],
    [addressOf("GET /api/runs/{id}/events", { id: "R-0042", after: 7 }), "/api/runs/R-0042/events?after=7"],
    [addressOf("GET /api/runs/{id}/evidence/{file}", { id: "a/b", file: "12 a" }), "/api/runs/a%2Fb/evidence/12%20a"],
    [addressOf("GET /api/runs", { text: "a & b", mode: undefined, after: "" }), "/api/runs?text=a+%26+b"],
  ])("is %s", (address, expected) => {
    expect(address).toBe(expected);
  });
});
