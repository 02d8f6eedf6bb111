import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineLimit } from "#lib/worker/line-limit.ts";

const passed = (chunks: readonly string[]): string => {
  const limit = createLineLimit();
  return chunks.map((chunk) => limit.pass("stdout", chunk)).join("");
};

describe("a line", () => {
  it("that is not too long is not touched, however it comes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "\n"), maxLength: 30 })), (chunks) => {
        expect(passed(chunks)).toBe(chunks.join(""));
      }),
    );
  });

  it("of just as many characters as may be is whole, and nothing was cut", () => {
    const limit = createLineLimit();
    const line = `${"x".repeat(16_384)}\n`;
    expect([limit.pass("stdout", line), limit.hasCut()]).toEqual([line, false]);
    for (const piece of ["x".repeat(16_384), "\n"]) limit.pass("stdout", piece);
    expect(limit.hasCut()).toBe(false);
  });

  it.each([
    ["in one piece", ["x".repeat(20_000), "\nnext\n"]],
    ["in many", [...Array.from({ length: 40 }, () => "x".repeat(500)), "\n", "next\n"]],
    ["with its end", [`${"x".repeat(20_000)}\nnext\n`]],
  ])("that is too long is cut with one mark: %s", (_, chunks) => {
    const limit = createLineLimit();
    for (const chunk of ["x".repeat(16_000), "\nnext\n"]) limit.pass("stdout", chunk);
    expect(limit.hasCut(), "short enough").toBe(false);
    for (const chunk of chunks) limit.pass("stdout", chunk);
    expect(limit.hasCut()).toBe(true);
    expect(passed(chunks)).toBe(`${"x".repeat(16_384)}[truncated: the line is longer than 16,384 characters]\nnext\n`);
  });
});
