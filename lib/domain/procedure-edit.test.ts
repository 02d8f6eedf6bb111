import { describe, expect, it } from "vitest";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { withStep } from "#lib/domain/procedure-edit.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const told = { field: "remarks", basis: "inferred", note: "Taken over from step 1." } as const;
const procedure = procedureOf({}, { remarks: "Always.", provenance: [told] }, {});
const stepOf = (of: Procedure | null): Step =>
  outline(of ?? expect.fail("no procedure")).byNumber.get("2") ?? expect.fail();
const step = stepOf(procedure);

describe("a step that is changed", () => {
  it("takes the place of the one of its number, and the others stay", () => {
    const changed = withStep(procedure, { ...step, title: "Another" });
    expect(outline(changed ?? expect.fail()).steps.map(({ title }) => title)).toEqual(["Step 1", "Another", "Step 3"]);
  });

  it("is none where its number is none", () => {
    expect(withStep(procedure, { ...step, number: "9" })).toBeNull();
  });

  it.each([
    ["keeps where a field comes from that stays", { title: "Another" }, [told]],
    ["no longer says where a field comes from that a person has changed", { remarks: "Never." }, []],
    ["no longer says where a field comes from that is gone", { remarks: undefined }, []],
    [
      "says what its author says of the changed field",
      { remarks: "Never.", provenance: [{ ...told, basis: "manual" as const }] },
      [{ ...told, basis: "manual" }],
    ],
  ])("%s", (_, change, provenance) => {
    expect(stepOf(withStep(procedure, { ...step, ...change })).provenance).toEqual(provenance);
  });
});
