import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What only app/globals.css may say: corners, shadows and colours are tokens there, and nothing fades. */
const LOOKS = {
  corner: /\brounded(?:-[a-z]+)?-\[|border-(?:[a-z]+-)*radius:\s*(?:[1-9]|\.)[\d.]*(?:px|rem|em)/,
  shadow: /\bshadow-\[|box-shadow:|drop-shadow\(/,
  colour: /(?:["'[\s(,:]#|%23)[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab|lch)\(/i,
  gradient: /gradient\(|\bbg-(?:gradient|linear|radial|conic)-/,
};

const MAY: Record<string, (keyof typeof LOOKS)[]> = {
  "app/globals.css": ["colour"],
  // What programs write has sixteen colours of its own, and a line in one where it wants a ground.
  "app/terminal-colours.css": ["shadow", "colour"],
  // Paper is white in any theme, and so is what a camera reads.
  "app/print.css": ["colour"],
  "components/account/qr-code.tsx": ["colour"],
  // Hatched, striped and crossed bars, and a line.
  "app/timeline.css": ["gradient"],
  "app/on-the-way.css": ["gradient"],
  // Pictures of their own, where no token reaches.
  "app/choices.css": ["colour"],
  "components/shell/waiting-signal.tsx": ["colour"],
};

const looksIn = (text: string): string[] =>
  Object.entries(LOOKS).flatMap(([name, look]) => (look.test(text) ? [name] : []));

test("corners, shadows and colours are tokens, and there is no gradient, but where that is said here", () => {
  const files = globSync("{app,components}/**/*.{ts,tsx,css}").toSorted();
  const found = files.flatMap((file) => {
    const looks = looksIn(readFileSync(file, "utf8"));
    return looks.length > 0 ? [[file, looks]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(MAY);
});

test("what is no status has none of its colours", () => {
  const STATUS = ["done", "now", "wait", "bad", "drill"];
  const tokens = [
    ...readFileSync("app/globals.css", "utf8").matchAll(/--color-([\w-]+): light-dark\((#\w+), (#\w+)\)/g),
  ];
  const isStatus = ([, name = ""]: RegExpExecArray) => STATUS.some((status) => name.split("-")[0] === status);
  const colours = tokens.flatMap((token) => (STATUS.includes(token[1] ?? "") ? token.slice(2) : []));
  expect(colours).toHaveLength(2 * STATUS.length);
  const others = tokens.filter((token) => !isStatus(token) && token.slice(2).some((each) => colours.includes(each)));
  expect(others.map(([, name]) => name)).toEqual([]);
});

test.each([
  ['className="rounded-[3px]"', "corner"],
  ['className="rounded-t-[0.5rem]"', "corner"],
  ["border-top-left-radius: 3px;", "corner"],
  ['className="shadow-[0_1px_2px_black]"', "shadow"],
  ["box-shadow: 0 0 1px black;", "shadow"],
  ['fill="#abc"', "colour"],
  ['className="bg-[#AABBCC]"', "colour"],
  ["color: rgb(0 0 0 / 0.5);", "colour"],
  ['className="bg-linear-to-r"', "gradient"],
  ["background: radial-gradient(red, blue);", "gradient"],
])("%s is found", (text, look) => {
  expect(looksIn(text)).toEqual([look]);
});

test.each(['import { it } from "#components/ui/it.tsx";', 'href="#step-2"', 'className="rounded rounded-small"'])(
  "%s is none of it",
  (text) => {
    expect(looksIn(text)).toEqual([]);
  },
);
