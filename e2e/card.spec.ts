import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "@playwright/test";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./fixtures.ts";
import { RunPage } from "./run-page.ts";

const read = {
  position: "lead",
  remarks: "As agreed with the users.",
  condition: when("firewalls", "yes"),
  caution: "Nobody may be signed in.",
};

const steps: StepDraft[] = [
  {
    title: "Export the configuration",
    roles: ["source"],
    action: { argv: [{ site: "export_configuration" }], timeoutSeconds: 60 },
    subSteps: [{ number: "1.1", title: "Look at the export" }],
    ...read,
  },
  {
    title: "Close the lines",
    dependsOn: [],
    expectedSeconds: 600,
    subSteps: [{ number: "2.1", title: "Close the first line" }],
    ...read,
  },
  { title: "Open the lines", dependsOn: ["2"], position: "lead", expectedSeconds: 540 },
];

/** Each of them after the one before it. */
const inOrder = (...parts: string[]): RegExp => new RegExp(parts.join("[^]*"));

test("a card is read in one order, by hand and by machine: what it is, what to know, what to press, what is kept", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "fail-next-export-configuration"), "");
  const started = await api("commander").smallRun(sites, steps, { facts: { firewalls: "yes" } });
  await api("operator").begin(started.id, "1");
  await api("operator").send(started.id, { type: "step.start", step: "2" });
  const run = new RunPage(page);
  await run.open(started);
  const [machine, hand] = [await run.step("1").open(), await run.step("2").open()];
  const whatItIs = (site: string, kind: string, time: string) => [`${site}, `, kind, time, "Lead"];
  const toKnow = [
    "Remarks",
    read.remarks,
    "firewalls included: yes\\s+applicable",
    `Caution. ${read.caution}`,
    "Sub-steps",
  ];
  await expect(machine.card).toHaveText(
    inOrder(
      "^1\\s",
      "Export the configuration",
      "Failed",
      ...whatItIs(sites.source.name, "Automated", "no estimate"),
      ...toKnow,
      "Look at the export",
      "Will run at",
      "timeout 1 min",
      "Command",
      "Retry step 1",
      "Evidence",
      "Attempt 1",
    ),
    { useInnerText: true },
  );
  await expect(hand.card).toHaveText(
    inOrder(
      "^2\\s",
      "Close the lines",
      "In progress",
      ...whatItIs(sites.destination.name, "Manual", "10 min"),
      ...toKnow,
      "Close the first line",
      "Complete step 2",
      "Evidence",
    ),
    { useInnerText: true },
  );

  await expect(run.step("3").card, "a folded row says who has it and how long it takes").toContainText(
    "Lead (unfilled), about 9 min, by the procedure",
  );

  const outline = (card: Locator, kind: string) =>
    card.getByRole("img", { name: kind, exact: true }).locator("path").first().getAttribute("d");
  expect(await outline(machine.card, "Automated"), "told apart without colour").not.toBe(
    await outline(hand.card, "Manual"),
  );
});
