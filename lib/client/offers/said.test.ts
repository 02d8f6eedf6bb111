import { describe, expect, it } from "vitest";
import { withSaid } from "#lib/client/offers/said.ts";

describe("what was said", () => {
  const said = {
    values: {},
    reason: "because",
    note: "hello",
    evidence: "ticket 7",
    happenedAt: "",
    doneBy: "",
    url: "",
    person: "",
    deputy: "",
    mentions: ["jun"],
  };

  it.each([
    [
      { type: "step.skip", step: "1", reason: "…" },
      { type: "step.skip", step: "1", reason: "because" },
    ],
    [
      { type: "step.override", step: "1", reason: "…", evidence: "…" },
      { type: "step.override", step: "1", reason: "because", evidence: "ticket 7" },
    ],
    [
      { type: "note.add", text: "…", step: "1" },
      { type: "note.add", text: "hello", step: "1", mentions: ["jun"] },
    ],
    [
      { type: "step.retry", step: "1" },
      { type: "step.retry", step: "1" },
    ],
    [
      { type: "step.retry", step: "1", reason: "…" },
      { type: "step.retry", step: "1", reason: "because" },
    ],
    [
      { type: "step.complete", step: "1" },
      { type: "step.complete", step: "1" },
    ],
    [
      { type: "step.cancel", step: "1", reason: "…" },
      { type: "step.cancel", step: "1", reason: "because" },
    ],
  ] as const)("is put into %j", (command, expected) => {
    expect(withSaid({ command, asks: {} }, said)).toEqual(expected);
  });

  it("is no reason where none was given", () => {
    const command = { type: "step.cancel", step: "1", reason: "…" } as const;
    expect(withSaid({ command, asks: {} }, { ...said, reason: "" })).toEqual({ type: "step.cancel", step: "1" });
  });

  it.each([
    ["nobody", null],
    ["person:jun", { person: "jun" }],
    ["position:lead", { position: "lead" }],
  ] as const)("of whose a step is to be, %s, is put into the command", (person, to) => {
    const command = { type: "step.assign", step: "1", to: { person: "…" } } as const;
    expect(withSaid({ command, asks: {} }, { ...said, person })).toEqual({ ...command, to });
  });
});
