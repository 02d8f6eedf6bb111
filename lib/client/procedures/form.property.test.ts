import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addEntry,
  addItem,
  blank,
  choose,
  type Filled,
  fill,
  include,
  read,
} from "#lib/client/procedures/form-filling.ts";
import { type Shape, shapeOf } from "#lib/client/procedures/form-shape.ts";
import { anyOf } from "#lib/client/testing/any-of.ts";
import { Action, Step } from "#lib/domain/procedure.ts";

const RUNS = 300;
const ways = Action.options.map((option) => ({
  way: String(option.shape.way.safeParse(undefined).data ?? way(option)),
  option,
}));

function way(option: (typeof Action.options)[number]): string {
  const { way } = option.shape;
  return way instanceof z.ZodLiteral ? way.value : "command";
}

/** Fills a form as a person does who begins with nothing: by its buttons, its choices and its lines. */
function typed(shape: Shape, wanted: Filled): Filled {
  const form = blank(shape);
  if (form.kind === "list" && wanted.kind === "list") {
    const emptied = { ...form, items: [] };
    const added = wanted.items.reduce(addItem, emptied);
    return {
      ...added,
      items: added.items.map((item, i) => ({ ...item, value: typedItem(wanted.items[i], item.value, form.shape.of) })),
    };
  }
  if (form.kind === "entries" && wanted.kind === "entries") {
    const added = wanted.items.reduce(addEntry, form);
    return {
      ...added,
      items: added.items.map((item, i) => ({
        ...item,
        name: wanted.items[i]?.name ?? "",
        value: typedItem(wanted.items[i], item.value, form.shape.of),
      })),
    };
  }
  if (form.kind === "group" && wanted.kind === "group") {
    const fields = form.shape.fields.map((field) => {
      const value = wanted.fields[field.name] ?? null;
      return [field.name, value && typed(field.shape, include(field) && value)];
    });
    return { ...form, fields: Object.fromEntries(fields) };
  }
  if (form.kind === "one_of" && wanted.kind === "one_of") {
    const chosen = choose(form, wanted.chosen);
    const option = form.shape.options[wanted.chosen] ?? expect.fail("no such option");
    return { ...chosen, value: typed(option.shape, wanted.value) };
  }
  expect(form.kind).toBe(wanted.kind);
  return wanted;
}

const typedItem = (wanted: { value: Filled } | undefined, made: Filled, shape: Shape): Filled =>
  typed(shape, wanted?.value ?? made);

describe.each(ways)("the way $way", ({ option }) => {
  const shape = shapeOf(option);

  it("has a form, with words for each field", () => {
    expect(shape).toMatchObject({ kind: "group" });
    for (const { label } of shape.kind === "group" ? shape.fields : []) expect(label).toMatch(/^[A-Z]/);
  });

  it("comes back from the form as it was", () => {
    fc.assert(
      fc.property(anyOf(option), (action) => {
        const back = read(fill(shapeOf(Action), action));
        expect(back).toEqual(action);
        expect(Action.parse(back)).toEqual(action);
      }),
      { numRuns: RUNS },
    );
  });

  it("can be said by a person who begins with nothing", () => {
    fc.assert(
      fc.property(anyOf(option), (action) => {
        const wanted = fill(shapeOf(Action), action);
        expect(Action.parse(read(typed(shapeOf(Action), wanted)))).toEqual(action);
      }),
      { numRuns: RUNS },
    );
  });
});

it("a whole step comes back from the form as it was", () => {
  fc.assert(
    fc.property(anyOf(Step), (step) => {
      expect(Step.parse(read(fill(shapeOf(Step), step)))).toEqual(step);
    }),
    { numRuns: RUNS },
  );
});
