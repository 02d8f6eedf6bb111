import { describe, expect, it } from "vitest";
import { OutputBuffer } from "#lib/client/output/output-buffer.ts";
import { searchLines } from "#lib/client/output/output-search.ts";
import type { OutputPiece } from "#lib/contract/runs.ts";

type Said = readonly [OutputPiece["stream"], string];

function filled(...said: Said[]): OutputBuffer {
  const buffer = new OutputBuffer();
  for (const [i, [stream, text]] of said.entries()) {
    buffer.append({ piece: i + 1, at: new Date(1_000 * (i + 1)).toISOString(), stream, text });
  }
  return buffer;
}

const lines = (buffer: OutputBuffer): string[] =>
  Array.from({ length: buffer.count }, (_, i) => `${buffer.isWrong(i) ? "err " : ""}${buffer.textOf(i)}`);

describe("the lines of an output", () => {
  it.each<[string, Said[], string[]]>([
    ["two in one piece", [["stdout", "one\ntwo\n"]], ["one", "two"]],
    [
      "one in two pieces",
      [
        ["stdout", "on"],
        ["stdout", "e\n"],
      ],
      ["one"],
    ],
    [
      "one that another stream breaks into",
      [
        ["stdout", "on"],
        ["stderr", "oh\n"],
        ["stdout", "e\n"],
      ],
      ["on", "err oh", "e"],
    ],
    ["one that is still written on", [["stdout", "one\ntwo"]], ["one", "two"]],
    ["an empty one", [["stdout", "\n\nx\n"]], ["", "", "x"]],
    ["one that is written over", [["stdout", "10 %\r50 %\r100 %\n"]], ["100 %"]],
    ["ends of another system", [["stdout", "one\r\ntwo\r\n"]], ["one", "two"]],
  ])("%s", (_, said, expected) => {
    expect(lines(filled(...said))).toEqual(expected);
  });

  it("that come twice are taken once", () => {
    const buffer = filled(["stdout", "one\n"]);
    buffer.append({ piece: 1, at: new Date().toISOString(), stream: "stdout", text: "one\n" });
    expect(lines(buffer)).toEqual(["one"]);
  });

  it("have the time of the piece they begin in, and the colour that the line before left", () => {
    const buffer = filled(["stdout", "\u001b[31mred\n"], ["stdout", "still\n"], ["stderr", "plain\n"]);
    expect([buffer.timeOf(0), buffer.timeOf(1)]).toEqual([1_000, 2_000]);
    expect([1, 2].map((place) => buffer.runsOf(place)[0]?.style.fg)).toEqual([1, null]);
  });

  it("have the colour that was set in two pieces, or before another stream broke in", () => {
    const cut = filled(["stdout", "\u001b[3"], ["stdout", "1mred\n"], ["stdout", "still\n"]);
    expect([0, 1].map((place) => cut.runsOf(place)[0]?.style.fg)).toEqual([1, 1]);
    const broken = filled(["stdout", "\u001b[31mred"], ["stderr", "plain\n"], ["stdout", " still\n"]);
    expect([0, 1, 2].map((place) => broken.runsOf(place)[0]?.style.fg)).toEqual([1, null, 1]);
  });

  it("may be one that is written over a hundred thousand times, each in a colour", () => {
    const buffer = filled(...Array.from({ length: 100_000 }, (_, i): Said => ["stdout", `\r\u001b[32m${i} %`]));
    expect(lines(buffer)).toEqual(["99999 %"]);
  });

  it("are a million without losing one", () => {
    const buffer = filled(
      ...Array.from(
        { length: 100 },
        (_, i): Said => ["stdout", Array.from({ length: 10_000 }, (_line, j) => `${i * 10_000 + j}\n`).join("")],
      ),
    );
    expect(buffer.count).toBe(1_000_000);
    expect([buffer.textOf(0), buffer.textOf(777_777), buffer.textOf(999_999)]).toEqual(["0", "777777", "999999"]);
  });
});

describe("a search", () => {
  const buffer = filled(["stdout", "Alpha\nbeta \u001b[31mALPHA\u001b[0m\nGamma\nalphabet\n"]);

  it("finds lines whatever their case and colour, from where it stopped", () => {
    expect(searchLines(buffer, "alpha", { from: 0, most: 10 })).toEqual({ found: [0, 1, 3], next: 4 });
    expect(searchLines(buffer, "alpha", { from: 2, most: 10 })).toEqual({ found: [3], next: 4 });
  });

  it("looks at no more lines than it may at a time", () => {
    expect(searchLines(buffer, "alpha", { from: 0, most: 2 })).toEqual({ found: [0, 1], next: 2 });
  });
});
