import { expect, test } from "vitest";
import { reportsToSign } from "#lib/client/overview/reports-to-sign.ts";
import type { RunSummary } from "#lib/contract/runs.ts";
import type { Role } from "#lib/domain/roles.ts";

const run = (number: number, commander: string, signedOffBy: string[] = []) =>
  ({ number, commander: { id: commander, name: commander }, signedOffBy }) as RunSummary;

const over = [run(4, "mei"), run(3, "ren"), run(2, "mei", ["mei"]), run(1, "mei", ["kaori"])];

test.each<[string, Role, number[]]>([
  ["mei", "commander", [4, 1]],
  ["ren", "administrator", [3]],
  ["kaori", "auditor", []],
  ["mei", "operator", []],
])("what %s as %s is asked to sign: the reports of runs they commanded and have not signed", (id, role, numbers) => {
  expect(reportsToSign(over, { id, role }).map(({ number }) => number)).toEqual(numbers);
});
