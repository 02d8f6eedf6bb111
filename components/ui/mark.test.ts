import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { kindWords, Mark } from "#components/ui/mark.tsx";
import type { MarkKind, MarkState } from "#components/ui/mark-state.ts";

/** What is drawn, whatever its colours and its line: the outline, and the sign within it. */
function shapesOf(kind: MarkKind, state: MarkState): { outline: string; sign: string } {
  const markup = renderToStaticMarkup(createElement(Mark, { kind, state }));
  const [outline = "", ...sign] = [...markup.matchAll(/ (?:d|cx|cy|r)="([^"]*)"/g)].map(([, drawn]) => drawn);
  return { outline, sign: sign.join(" ") };
}

const settled: MarkState[] = ["completed", "overridden", "skipped", "not_applicable"];

it.each(Object.keys(kindWords) as MarkKind[])("tells four ways to be settled apart without colour: %s", (kind) => {
  const signs = settled.map((state) => shapesOf(kind, state).sign);
  expect(new Set(signs).size).toBe(settled.length);
  expect(signs).not.toContain("");
});

it("tells the kinds of a step apart without colour", () => {
  const kinds = Object.keys(kindWords) as MarkKind[];
  expect(new Set(kinds.map((kind) => shapesOf(kind, "completed").outline)).size).toBe(kinds.length);
});
