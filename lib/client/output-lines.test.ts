import { describe, expect, it } from "vitest";
import { appendPieces, noOutput, shownText } from "#lib/client/output-lines.ts";
import type { OutputPiece } from "#lib/contract/runs.ts";

const at = "2026-01-01T00:00:00.000Z";

/** "out:text" or "err:text", numbered from 1. */
const pieces = (...texts: string[]): OutputPiece[] =>
  texts.map((text, place) => ({
    piece: place + 1,
    at,
    stream: text.startsWith("err:") ? "stderr" : "stdout",
    text: text.slice(4),
  }));

const shown = (...texts: string[]) =>
  appendPieces(noOutput, pieces(...texts)).lines.map((line) => `${line.number} ${line.stream} ${shownText(line)}`);

describe("pieces of output", () => {
  it.each<[string, string[], string[]]>([
    ["become lines", ["out:one\ntwo\n"], ["1 stdout one", "2 stdout two"]],
    ["go on where a line was cut", ["out:on", "out:e\ntwo"], ["1 stdout one", "2 stdout two"]],
    ["keep their stream", ["out:one\n", "err:bad\n"], ["1 stdout one", "2 stderr bad"]],
    ["begin a line when the other stream breaks in", ["out:on", "err:bad\n"], ["1 stdout on", "2 stderr bad"]],
    ["keep empty lines", ["out:\n\n"], ["1 stdout ", "2 stdout "]],
    ["lose the colours of a terminal", ["out:\u001b[31mred\u001b[0m\n"], ["1 stdout red"]],
    ["show of a line written over what came last", ["out:10 %\r50 %\r99 %\n"], ["1 stdout 99 %"]],
    ["may end lines as Windows does", ["out:one\r\n"], ["1 stdout one"]],
  ])("%s", (_, texts, expected) => {
    expect(shown(...texts)).toEqual(expected);
  });

  it("are taken once, however often they come", () => {
    const once = appendPieces(noOutput, pieces("out:one\n"));
    expect(appendPieces(once, pieces("out:one\n"))).toBe(once);
  });

  it("keep their numbers when the oldest are dropped", () => {
    const many = appendPieces(noOutput, pieces(`out:${"x\n".repeat(2_003)}`));
    expect([many.dropped, many.lines.length, many.lines[0]?.number, many.lines.at(-1)?.number]).toEqual([
      3, 2_000, 4, 2_003,
    ]);
    const more = appendPieces(many, [{ piece: 2, at, stream: "stdout", text: "y\n" }]);
    expect([more.dropped, more.lines.at(-1)?.number]).toEqual([4, 2_004]);
  });
});
