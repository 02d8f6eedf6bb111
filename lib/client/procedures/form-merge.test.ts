import { expect, test } from "vitest";
import { z } from "zod";
import { type FilledGroup, fill, read } from "#lib/client/procedures/form-filling.ts";
import { mergeForm } from "#lib/client/procedures/form-merge.ts";
import { shapeOf } from "#lib/client/procedures/form-shape.ts";

const shape = shapeOf(
  z.strictObject({ title: z.string(), remarks: z.string().optional(), roles: z.array(z.string()) }),
);
const began = { title: "Stop", remarks: "Softly", roles: ["source"] };

test.each([
  ["others have changed", [began, { ...began, roles: ["destination"] }], { roles: ["destination"] }, [["roles"], []]],
  ["others have left out", [began, { title: "Stop", roles: ["source"] }], { remarks: undefined }, [["remarks"], []]],
  ["only this form has changed", [{ ...began, title: "Halt" }, began], { title: "Halt" }, [[], []]],
  [
    "both have changed",
    [
      { ...began, title: "Halt" },
      { ...began, title: "End" },
    ],
    { title: "Halt" },
    [[], ["title"]],
  ],
  [
    "both have changed alike",
    [
      { ...began, title: "End" },
      { ...began, title: "End" },
    ],
    { title: "End" },
    [[], []],
  ],
  [
    "each has changed in another place",
    [
      { ...began, title: "Halt" },
      { ...began, remarks: "At once" },
    ],
    { title: "Halt", remarks: "At once" },
    [["remarks"], []],
  ],
])("Of a form that is opened again, what %s", (_, [entered, now], expected, told) => {
  const { filled, taken, kept, theirs } = mergeForm(fill(shape, entered) as FilledGroup, began, now);
  expect(read(filled)).toEqual(JSON.parse(JSON.stringify({ ...began, ...expected })));
  expect([taken, kept]).toEqual(told);
  expect([...theirs]).toEqual(kept.map((name) => [name, now?.[name as keyof typeof now]]));
});
