import { describe, expect, it } from "vitest";
import { returnPath, signInAddress } from "#lib/contract/return-path.ts";

describe("the way back after signing in", () => {
  it.each([
    ["/runs/R-0042?step=7#card", "/runs/R-0042?step=7#card"],
    ["/", "/"],
    [undefined, "/"],
    ["", "/"],
    ["https://evil.example/", "/"],
    ["//evil.example/", "/"],
    ["/\\evil.example/", "/"],
    ["/\t/evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["runs", "/"],
    ["/sign-in?return=/x", "/"],
    ["/api/session", "/"],
    ["/sign-in-help", "/sign-in-help"],
    ["/history/../sites", "/sites"],
  ])("%j leads to %j", (asked, path) => {
    expect(returnPath(asked)).toBe(path);
  });

  it("is carried in the address of the sign-in page", () => {
    expect(signInAddress("/history?mode=drill")).toBe("/sign-in?return=%2Fhistory%3Fmode%3Ddrill");
    expect(signInAddress("/")).toBe("/sign-in");
  });
});
