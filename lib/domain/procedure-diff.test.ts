import { expect, test } from "vitest";
import { changesBetween } from "#lib/domain/procedure-diff.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const before = procedureOf({ title: "Stop" }, { title: "Move", action: { argv: ["/bin/a"], timeoutSeconds: 60 } });

test.each([
  ["nothing between a document and itself", before, []],
  [
    "a step's field",
    procedureOf({ title: "Halt" }, { title: "Move", action: { argv: ["/bin/a"], timeoutSeconds: 60 } }),
    ["1 title"],
  ],
  [
    "an action as a whole",
    procedureOf({ title: "Stop" }, { title: "Move", action: { argv: ["/bin/b"], timeoutSeconds: 60 } }),
    ["2 action"],
  ],
  [
    "a step that is new",
    procedureOf({ title: "Stop" }, { title: "Move", action: { argv: ["/bin/a"], timeoutSeconds: 60 } }, {}),
    ["3 step"],
  ],
  ["a step that is gone", procedureOf({ title: "Stop" }), ["2 step"]],
  ["what the procedure says as a whole", { ...before, title: "Another" }, [" title"]],
])("%s", (_, after, expected) => {
  expect(changesBetween(before, after).map(({ step, field }) => `${step ?? ""} ${field}`)).toEqual(expected);
});
