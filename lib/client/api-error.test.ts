import { describe, expect, test } from "vitest";
import { ApiError, isUnanswered, NoAnswerError } from "#lib/client/api-error.ts";
import { type ProblemCode, problemStatus } from "#lib/contract/problem-status.ts";

const problem = (code: ProblemCode) =>
  new ApiError({ type: "about:blank", title: "", status: problemStatus[code], code, detail: "", requestId: "" });

describe("whether a command was done is unknown or not", () => {
  test.each<[string, Error, boolean]>([
    ["no answer came", new NoAnswerError(new TypeError("failed to fetch")), true],
    ["the database did not confirm it", problem("not_saved"), true],
    ["it was refused", problem("refused"), false],
    ["its key was used for something else", problem("key_reused"), false],
  ])("when %s", (_, error, unknown) => {
    expect(isUnanswered(error)).toBe(unknown);
  });
});
