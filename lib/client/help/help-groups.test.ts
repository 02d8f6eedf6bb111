import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { helpGroups } from "#lib/client/help/help-groups.ts";
import { type OperationEntry, operationHelp } from "#lib/client/help/operation-help.ts";
import { Command } from "#lib/domain/run/command.ts";

const told = helpGroups().flatMap(({ buttons }) => buttons);

const sources = new Map(
  globSync("{components,lib/client}/**/*.{ts,tsx}", {
    exclude: ["**/*.test.ts", "lib/client/help/operation-help.ts"],
  }).map((file) => [file, readFileSync(file, "utf8")]),
);

const withText = (...texts: string[]): string[] =>
  [...sources].filter(([, source]) => texts.some((text) => source.includes(text))).map(([file]) => file);
const importing = (files: readonly string[]): string[] => withText(...files.map((file) => `from "#${file}"`));
const importedBy = (file: string): string[] =>
  [...(sources.get(file) ?? "").matchAll(/from "#([^"]+)"/g)].map(([, imported = ""]) => imported);
const isHook = (file: string): boolean => /\/use-[^/]+$/.test(file);

/** What is no operation of its own is found by what its page has. */
const signs: Partial<Record<OperationEntry, string>> = {
  pack: 'addressOf("GET /api/runs/{id}/pack"',
  verification: "verificationQuery(run.id)",
  comparison: 'action="/history/compare"',
  csv: 'addressOf("GET /api/runs.csv"',
  document: 'addressOf("GET /api/procedures/{id}/document"',
  publishOver: "onOver",
  contacts: "setAsking(true)",
  output: "outputAddress(of)",
  print: 'addressOf("GET /api/procedures/{id}/paper"',
  reportFile: 'addressOf("GET /api/runs/{id}/report/file"',
  bundle: 'addressOf("GET /api/runs/{id}/bundle"',
  verifier: 'href="/verify.mjs"',
};

/** What has values in its label, or none that is a sentence. */
const unusual: Partial<Record<OperationEntry, string>> = {
  publishOver: 't("Publish v{next} over v{version}"',
  reportFile: '["html", "json", "csv"] as const',
};

/** Files that are told of with a button of theirs, and those that are shown in the page. */
const alsoTold = ["GET /api/drafts/{key}/document", "GET /api/runs/{id}/evidence/{file}"];

/** Where the button only opens what does it, by way of the page: the row that has the button. */
const rows: Partial<Record<OperationEntry, string>> = {
  "PATCH /api/sites/{id}": "components/sites/sites.tsx",
  "PUT /api/users/{id}/password": "components/users/user-row.tsx",
  "DELETE /api/users/{id}/second-factor": "components/users/user-row.tsx",
  "DELETE /api/users/{id}/sessions": "components/users/user-row.tsx",
  "DELETE /api/users/{id}/tokens": "components/account/token-table.tsx",
  "DELETE /api/notices/channels/{id}": "components/messages/channel-row.tsx",
  "POST /api/notices/channels/{id}/secret": "components/messages/channel-row.tsx",
};

/** The components that do it, those that show them, and those of their folder that they are made of. */
function aroundWhatDoes(entry: OperationEntry): string[] {
  const row = rows[entry];
  if (row !== undefined) return [row];
  const calls = withText(signs[entry] ?? `call("${entry}"`);
  const doing = calls.flatMap((file) => (isHook(file) ? importing([file]) : [file]));
  const parts = doing.flatMap((file) => importedBy(file).filter((part) => dirname(part) === dirname(file)));
  return [...doing, ...parts, ...importing(doing)].filter((file) => file.startsWith("components/"));
}

const hasLabel = (source: string, label: string): boolean =>
  new RegExp(`\\bt\\(\\s*"${RegExp.escape(label)}( v\\{version\\})?"`).test(source);

describe("the help", () => {
  it("tells of every command that a person may send, and nothing twice", () => {
    const commands = told.flatMap(({ command }) => command ?? []);
    expect(new Set(commands)).toEqual(new Set(Command.options.map(({ shape }) => shape.type.value)));
    expect(new Set(told.map(({ entry }) => entry)).size).toBe(told.length);
  });

  it("says for each group who may do it", () => {
    const operate = helpGroups().find(({ permission }) => permission === "run.operate");
    expect(operate?.who).toBe("Administrator, Commander, Operator");
  });

  it("tells of every button elsewhere, as it is labelled there", () => {
    const entries = Object.keys(operationHelp) as OperationEntry[];
    const unlabelled = entries.flatMap((entry) => {
      const there = aroundWhatDoes(entry).map((file) => sources.get(file) ?? "");
      const written = unusual[entry];
      if (written !== undefined) return there.some((text) => text.includes(written)) ? [] : [entry];
      const labels = operationHelp[entry].button.split(" or ");
      const missing = labels.filter((label) => !there.some((text) => hasLabel(text, label)));
      return missing.map((label) => `${entry}: ${label}`);
    });
    expect(unlabelled).toEqual([]);
  });

  it("tells of every file that is offered to be taken along or printed", () => {
    const components = [...sources].filter(([file]) => file.startsWith("components/")).map(([, source]) => source);
    const offered = components.flatMap((source) =>
      [...source.matchAll(/addressOf\("([^"]+)"|href=\{?[`"](\/(?:api\/|verify)[^`"]*)/g)].map(
        ([, operation, address = ""]) => operation ?? address,
      ),
    );
    expect(offered.length).toBeGreaterThan(8);
    const known = [...Object.values(signs), ...alsoTold];
    expect(offered.filter((what) => !known.some((sign) => sign.includes(what)))).toEqual([]);
  });

  it("lists under who may press it every button elsewhere", () => {
    const entries = told.filter(({ command }) => command === null).map(({ entry }) => entry);
    expect(new Set(entries)).toEqual(new Set(Object.keys(operationHelp)));
  });

  it("says of one's own account that it is everybody's", () => {
    const own = helpGroups().find(({ permission }) => permission === "in_person");
    expect(own?.who).toBe("Administrator, Commander, Operator, Approver, Auditor");
  });
});
