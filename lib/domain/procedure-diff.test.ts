import { expect, test } from "vitest";
import { changesBetween, undoneChanges } from "#lib/domain/procedure-diff.ts";
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

test.each([
  [
    "nothing where the latest is the one it was begun from",
    [
      ["A", "B"],
      ["A", "B"],
      ["A", "C"],
    ],
    [],
  ],
  [
    "nothing where each has changed something else",
    [
      ["A", "B"],
      ["A2", "B"],
      ["A2", "B2"],
    ],
    [],
  ],
  [
    "what the latest has changed and it has not",
    [
      ["A", "B"],
      ["A2", "B"],
      ["A", "B2"],
    ],
    ["1 title: A2 > A"],
  ],
  ["what both have changed otherwise", [["A"], ["A2"], ["A3"]], ["1 title: A2 > A3"]],
  ["a step that the latest has added", [["A"], ["A", "B"], ["A"]], ["2 step: B > undefined"]],
  ["a step changed by the latest that it leaves out", [["A", "B"], ["A", "B2"], ["A"]], ["2 step: B2 > undefined"]],
  ["a step left out by the latest that it has", [["A", "B"], ["A"], ["A", "B"]], ["2 step: undefined > B"]],
])("A draft undoes %s", (_, titles, expected) => {
  const [base, latest, draft] = titles.map((of) => procedureOf(...of.map((title) => ({ title }))));
  const undone = base && latest && draft ? undoneChanges(base, latest, draft) : [];
  expect(undone.map(({ step, field, before, after }) => `${step} ${field}: ${before} > ${after}`)).toEqual(expected);
});
