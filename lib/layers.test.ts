import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";

// A rule that reads nothing passes silently. So plant what each must refuse, and see it refused.

const layer = "lint/style/noRestrictedImports";

/** `file` has a star where the test puts a name of its own. */
interface Violation {
  name: string;
  file: string;
  code: string;
  rule: string;
}

const importing = (specifier: string) => `import { it } from "${specifier}";\n\nexport const used = it;\n`;

const forbiddenImports: Record<string, string[]> = {
  "lib/words/*.ts": ["node:fs", "react", "#lib/domain/run.ts", "#lib/server/db.ts"],
  "lib/domain/*.ts": ["node:fs", "react", "#lib/server/db.ts", "#lib/contract/runs.ts", "../server/db.ts"],
  "lib/contract/*.ts": ["node:crypto", "#lib/server/db.ts", "#lib/client/api.ts", "../server/db.ts"],
  "lib/server/*.ts": ["#lib/client/api.ts", "#lib/worker/main.ts", "#components/card.tsx", "#app/page.tsx", "../x.ts"],
  "lib/worker/*.ts": ["next/server", "next", "react", "#lib/client/api.ts", "#app/page.tsx", "../client/api.ts"],
  "lib/client/*.ts": ["#lib/server/db.ts", "#lib/worker/main.ts", "#prisma/generated/client.ts", "../server/db.ts"],
  "components/runs/*.tsx": ["#lib/server/db.ts", "#prisma/generated/client.ts", "#app/page.tsx", "../../lib/x.ts"],
  "components/ui/*.tsx": ["#lib/client/api.ts", "#lib/domain/run.ts", "#components/runs/card.tsx", "../runs/card.tsx"],
  "app/api/*/route.ts": ["#lib/server/db.ts", "#prisma/generated/client.ts", "#lib/client/api.ts", "#components/x.tsx"],
};

const layers: Violation[] = Object.entries(forbiddenImports).flatMap(([file, specifiers]) =>
  specifiers.map((specifier) => ({
    name: `${file} importing ${specifier}`,
    file,
    code: importing(specifier),
    rule: layer,
  })),
);

const disguises: Violation[] = [
  {
    name: "a layer crossed for a type alone",
    file: "lib/domain/*.ts",
    code: 'import type { It } from "#lib/server/db.ts";\n\nexport const used: It = 1;\n',
    rule: layer,
  },
  {
    name: "a layer crossed by a re-export",
    file: "lib/domain/*.ts",
    code: 'export { it } from "#lib/server/db.ts";\n',
    rule: layer,
  },
  {
    name: "a layer crossed by a dynamic import",
    file: "lib/domain/*.ts",
    code: 'export const late = () => import("#lib/server/db.ts");\n',
    rule: layer,
  },
];

const habits: Violation[] = [
  {
    name: "a barrel",
    file: "lib/server/*/index.ts",
    code: 'export { it } from "./db.ts";\nexport { other } from "./other.ts";\n',
    rule: "lint/performance/noBarrelFile",
  },
  {
    name: "exporting all of another file",
    file: "lib/server/*.ts",
    code: 'export * from "./db.ts";\n',
    rule: "lint/performance/noReExportAll",
  },
  {
    name: "any",
    file: "lib/server/*.ts",
    code: "export const loose = (x: any) => x;\n",
    rule: "lint/suspicious/noExplicitAny",
  },
  {
    name: "a non-null assertion",
    file: "lib/server/*.ts",
    code: "export const sure = (x: string | null) => x!.length;\n",
    rule: "lint/style/noNonNullAssertion",
  },
  {
    name: "a floating promise",
    file: "lib/server/*.ts",
    code: "async function save() {}\n\nexport function forget() {\n  save();\n}\n",
    rule: "lint/nursery/noFloatingPromises",
  },
  {
    name: "a switch that forgets a case",
    file: "lib/server/*.ts",
    code: `type Mode = "live" | "drill";

export function word(mode: Mode) {
  switch (mode) {
    case "live":
      return 1;
  }
}
`,
    rule: "lint/nursery/useExhaustiveSwitchCases",
  },
  {
    name: "process.env",
    file: "lib/server/*.ts",
    code: "export const home = process.env.HOME;\n",
    rule: "lint/style/noProcessEnv",
  },
  {
    name: "console",
    file: "lib/server/*.ts",
    code: 'console.log("here");\n',
    rule: "lint/suspicious/noConsole",
  },
  {
    name: "a default export",
    file: "lib/server/*.ts",
    code: "export default 1;\n",
    rule: "lint/style/noDefaultExport",
  },
  {
    name: "a file not in kebab-case",
    file: "lib/server/*/camelCase.ts",
    code: "export const one = 1;\n",
    rule: "lint/style/useFilenamingConvention",
  },
  {
    name: "more than four parameters",
    file: "lib/server/*.ts",
    code: "export const many = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n",
    rule: "lint/complexity/useMaxParams",
  },
  {
    name: "a function of more than 60 lines",
    file: "lib/server/*.ts",
    code: `export function long(x: number) {\n${"  x += 1;\n".repeat(60)}  return x;\n}\n`,
    rule: "lint/complexity/noExcessiveLinesPerFunction",
  },
  {
    name: "a file of more than 300 lines",
    file: "lib/server/*.ts",
    code: Array.from({ length: 301 }, (_, line) => `export const a${line} = ${line};\n`).join(""),
    rule: "lint/style/noExcessiveLinesPerFile",
  },
];

const cycle: Violation[] = [
  ["here", "there"],
  ["there", "here"],
].map(([name, other]) => ({
  name: `a cycle, seen from ${name}`,
  file: `lib/server/${name}.ts`,
  code: importing(`#lib/server/${other}.ts`),
  rule: "lint/suspicious/noImportCycles",
}));

const impure: Violation[] = [
  { expression: "Date.now()", rule: "plugin" },
  { expression: "new Date()", rule: "plugin" },
  { expression: "Math.random()", rule: "plugin" },
  { expression: "performance.now()", rule: "lint/style/noRestrictedGlobals" },
  { expression: "crypto.randomUUID()", rule: "lint/style/noRestrictedGlobals" },
  { expression: 'fetch("http://x")', rule: "lint/style/noRestrictedGlobals" },
].map(({ expression, rule }) => ({
  name: `${expression} in lib/domain`,
  file: "lib/domain/*.ts",
  code: `export const impure = () => ${expression};\n`,
  rule,
}));

const clean: Record<string, string> = {
  "lib/domain/clean.ts": "export const later = (at: string) => new Date(Date.parse(at) + 1);\n",
  "lib/contract/clean.ts": importing("#lib/domain/clean.ts"),
  "lib/server/clean.ts": importing("#lib/contract/clean.ts"),
  "lib/server/env.ts": "export const home = process.env.HOME;\n",
  "lib/worker/clean.ts": importing("#lib/server/clean.ts"),
  "lib/client/clean.ts": importing("#lib/contract/clean.ts"),
  "components/runs/clean.tsx": importing("#lib/client/clean.ts"),
  "components/ui/clean.tsx": importing("#components/ui/other.tsx"),
  "app/api/clean/route.ts": importing("#lib/server/clean.ts"),
  "scripts/clean.js": "console.log(process.env.HOME);\n",
};

const violations = [...layers, ...disguises, ...habits, ...cycle, ...impure].map((violation, index) => ({
  ...violation,
  file: violation.file.replace("*", `planted-${index}`),
}));

/** What Biome, with the configuration of this project, says about files: the rules that refuse each. */
function lint(files: Record<string, string>): Map<string, Set<string>> {
  const root = mkdtempSync(path.join(tmpdir(), "switchover-layers-"));
  for (const own of ["biome.json", ".gitignore", "package.json", "lib/domain/pure.grit"])
    cpSync(own, path.join(root, own));
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), code);
  }
  const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const { stdout } = spawnSync(path.resolve("node_modules/.bin/biome"), args, { cwd: root, encoding: "utf8" });
  rmSync(root, { recursive: true });
  const refused = new Map<string, Set<string>>();
  for (const { category, severity, location } of JSON.parse(stdout).diagnostics) {
    if (severity !== "error") continue;
    refused.set(location.path, (refused.get(location.path) ?? new Set()).add(category));
  }
  return refused;
}

describe("is refused:", () => {
  const refused = lint(Object.fromEntries(violations.map(({ file, code }) => [file, code])));

  test.each(violations)("$name", ({ file, rule }) => {
    expect([...(refused.get(file) ?? [])]).toContain(rule);
  });
});

test("nothing is refused in files that keep to the layers", () => {
  expect(lint(clean)).toEqual(new Map());
});
