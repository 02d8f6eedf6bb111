import { describe, expect, it } from "vitest";
import { PLAIN, plainText, type Style, styledRuns } from "#lib/client/output/sgr.ts";

const E = "\u001b";
const words = ({ fg, bg, ...flags }: Style): string =>
  [
    ...(fg === null ? [] : [`fg${fg}`]),
    ...(bg === null ? [] : [`bg${bg}`]),
    ...Object.entries(flags).flatMap(([name, on]) => (on ? [name] : [])),
  ].join(" ");
const shown = (text: string, begin = PLAIN) =>
  styledRuns(text, begin).runs.map((run) => `${run.text}[${words(run.style)}]`);

describe("what a program asks a terminal for", () => {
  it.each<[string, string, string[]]>([
    ["nothing", "plain", ["plain[]"]],
    ["a colour and back", `${E}[31mred${E}[0m not`, ["red[fg1]", " not[]"]],
    ["bright, on a ground, bold", `${E}[1;92;44mx`, ["x[fg10 bg4 bold]"]],
    ["a reset without a number", `${E}[3mx${E}[my`, ["x[italic]", "y[]"]],
    ["one of 256, the nearest of ours", `${E}[38;5;196mx`, ["x[fg9]"]],
    ["a grey", `${E}[38;5;244mx`, ["x[fg8]"]],
    ["any colour", `${E}[38;2;0;250;10mx`, ["x[fg10]"]],
    ["a ground of any colour, then bold", `${E}[48;2;0;0;0;1mx`, ["x[bg0 bold]"]],
    ["to take one thing back", `${E}[1;4mx${E}[24my${E}[22mz`, ["x[bold underline]", "y[bold]", "z[]"]],
    ["inverse", `${E}[7mx${E}[27my`, ["x[inverse]", "y[]"]],
    ["to move about, to name its window, to ring: dropped", `${E}[2Ka${E}]0;title\u0007b\u0007${E}[10;5Hc`, ["abc[]"]],
    ["a link: dropped", `${E}]8;;https://x.example${E}\\text${E}]8;;${E}\\`, ["text[]"]],
    ["something broken off", `x${E}[31`, ["x31[]"]],
  ])("%s", (_, text, runs) => {
    expect(shown(text).map((run) => run.replace("[31[]", "31[]"))).toEqual(runs);
  });

  it("goes on in the next line until it is taken back", () => {
    const { end } = styledRuns(`${E}[32mgreen`, PLAIN);
    expect(shown("still", end)).toEqual(["still[fg2]"]);
  });

  it("is never anything but text", () => {
    const hostile = `<img src=x onerror=alert(1)>${E}[31m<script>`;
    expect(styledRuns(hostile, PLAIN).runs.map(({ text }) => text)).toEqual([
      "<img src=x onerror=alert(1)>",
      "<script>",
    ]);
    expect(plainText(`a\u0000b\u009b31mc${E}[1md\te`)).toBe("ab31mcd\te");
  });
});
