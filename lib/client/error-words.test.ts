import { describe, expect, it } from "vitest";
import { ApiError, NoAnswerError } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import type { Problem } from "#lib/contract/problem.ts";
import type { ProblemCode } from "#lib/contract/problem-status.ts";

const problem = (code: ProblemCode, more: Partial<Problem> = {}) =>
  new ApiError({
    type: "about:blank",
    title: "",
    status: 400,
    code,
    detail: "The e-mail is taken.",
    requestId: "q7f3",
    ...more,
  });

describe("an error in words", () => {
  it("says what the server said", () => {
    expect(errorWords(problem("conflict")).sentence).toBe("The e-mail is taken.");
  });

  it("names what is wrong with each field, as sentences", () => {
    const issues = [{ path: "password", message: "at least 12 characters" }];
    expect(errorWords(problem("invalid_request", { issues })).fields).toEqual({ password: "At least 12 characters." });
  });

  it("gives the number of an error that the server will not explain", () => {
    expect(errorWords(problem("internal")).sentence).toContain("q7f3");
  });

  it("says that it is not known whether it was done when no answer came", () => {
    expect(errorWords(new NoAnswerError(null)).sentence).toContain("not known whether this was done");
  });
});
