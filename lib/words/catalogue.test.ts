import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { japanese } from "#lib/words/japanese.ts";
import { notWords } from "#lib/words/testing/not-words.ts";
import { textsOutside } from "#lib/words/testing/texts-outside.ts";

const sources = globSync("{app,components,lib}/**/*.{ts,tsx}")
  .filter((file) => !/\.test\.ts$|\/testing\/|^lib\/words\/|^lib\/worker\//.test(file))
  .sort()
  .map((file) => ({ file, source: readFileSync(file, "utf8") }));

const catalogues = globSync("lib/words/ja/*.ts").map((file) => ({ file, source: readFileSync(file, "utf8") }));
/** The verifier of records stands alone, and writes its values as `${name}`. */
const withoutNames = (text: string): string => text.replaceAll("\\", "").replace(/\$?\{[^{}"'`:;\n]*\}/g, "{}");
const contentsOf = (css: string) =>
  [...css.matchAll(/\bcontent:\s*([^;}]*)/g)].map(([, content = ""]) => content.trim());
const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("The catalogue", () => {
  test("has each sentence once", () => {
    const keys = catalogues.flatMap(({ source }) =>
      [...source.matchAll(/^ {2}(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\w+)):/gm)].map(
        ([, double, single, word]) => (double ?? single ?? word ?? "").replace(/\\(.)/g, "$1"),
      ),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(keys.length).toBe(Object.keys(japanese).length);
  });

  test("leaves no value out of a Japanese sentence, and invents none", () => {
    const different = Object.entries(japanese).filter(
      ([english, told]) => placesOf(english).join() !== placesOf(told).join(),
    );
    expect(different).toEqual([]);
  });

  test("is Japanese", () => {
    const latin = Object.entries(japanese).filter(
      ([english, told]) => told === english && /\p{Ll}{3,}/u.test(withoutNames(told)),
    );
    expect(latin).toEqual([]);
  });

  test("holds no sentence that nothing says", () => {
    const elsewhere = [...globSync("lib/worker/**/*.ts"), "public/verify.mjs"].map((file) =>
      readFileSync(file, "utf8"),
    );
    const all = withoutNames([...sources.map(({ source }) => source), ...elsewhere].join("\n"));
    const unsaid = Object.keys(japanese).filter(
      (key) => !['"', "'", "`"].some((mark) => all.includes(`${mark}${withoutNames(key)}${mark}`)),
    );
    expect(unsaid).toEqual([]);
  });
});

const known = new Set(Object.keys(japanese));

test("No source has a text outside the catalogue", () => {
  const outside = sources.flatMap(({ file, source }) =>
    textsOutside(file, source, known, notWords).map(({ line, text }) => `${file}:${line} ${text}`),
  );
  expect(outside).toEqual([]);
});

test("No style sheet holds words: what it prints is told to it by the page", () => {
  const said = globSync("{app,components}/**/*.css").flatMap((file) =>
    contentsOf(readFileSync(file, "utf8")).map((content) => `${file}: ${content}`),
  );
  expect(said.filter((content) => /"[^"]*\p{L}/u.test(content))).toEqual([]);
  expect(said).toContain("app/print.css: var(--page-number)");
});

test("No list is joined by hand: `row` and `listed` do it as its reader does", () => {
  const joined = sources
    .filter(({ file }) => /^(app|components|lib\/(client|domain))\//.test(file))
    .flatMap(({ file, source }) =>
      [...source.matchAll(/.*\.join\((", "|"; "|" or "|t\().*/g)].map(([line]) => `${file}: ${line}`),
    );
  expect(joined).toEqual([]);
});

test("A text outside the catalogue is found wherever it stands", () => {
  const planted = `
    export const word = { label: "Ready" };
    export const A = ({ n }: { n: number }) => <p title="Not yet read" className="flex items-center">Hello {\`\${n} steps are left\`}</p>;
    export const joint = (field: string, fault: string) => [\`\${field} needs \${fault}.\`, \`step \${field}\`];
    export const told = (n: number) => n > 1 ? "in the catalogue" : t("Known {n}", { n });
  `;
  const found = textsOutside("a.tsx", planted, new Set(["Known {n}"]), new Set());
  expect(found.map(({ text }) => text)).toEqual([
    "Ready",
    "Not yet read",
    "Hello",
    "{} steps are left",
    "{} needs {}.",
    "step {}",
    "in the catalogue",
  ]);
});
