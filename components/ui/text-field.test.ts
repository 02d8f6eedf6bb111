import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TextArea, TextField } from "#components/ui/text-field.tsx";

const drawn = (Of: typeof TextField | typeof TextArea, value: string): string =>
  renderToStaticMarkup(
    createElement(Of as typeof TextField, { label: "Reason", value, maxLength: 20, error: "Say why.", readOnly: true }),
  );

it.each([
  ["a field", TextField],
  ["an area", TextArea],
])("%s takes what is too long as it is, and says by how much", (_, Of) => {
  const pasted = "It ends with: do not start step 9";
  expect(drawn(Of, pasted)).toContain(pasted);
  expect(drawn(Of, pasted)).not.toMatch(/maxlength/i);
  expect(drawn(Of, pasted)).toContain(">13 characters too long: at most 20.<");
  expect(drawn(Of, "x".repeat(21))).toContain(">1 character too long: at most 20.<");
  expect(drawn(Of, ` ${"x".repeat(20)}\n`)).toContain(">Say why.<");
});
