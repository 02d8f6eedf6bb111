import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "@playwright/test";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { everyStateRun } from "./testing/every-state-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

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
  const whatItIs = (site: string, kind: string, time: string) => [`${site}, `, kind, "Lead", time];
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
      "timeout 1\\smin",
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
      ...whatItIs(sites.destination.name, "Manual", "10\\smin"),
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

/** Of all that is written in it and can be seen: how large, in which face. */
const types = (card: Locator): Promise<string[]> =>
  card.evaluate((root) => {
    const found = new Set<string>();
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: at, textContent } = texts.currentNode;
      if (!at || !textContent?.trim() || at.closest(".sr-only, svg") || !at.checkVisibility()) continue;
      const { fontSize, fontFamily } = getComputedStyle(at);
      found.add(`${fontSize} ${/mono/i.test(fontFamily) ? "mono" : "sans"}`);
    }
    return [...found].toSorted();
  });

test("an open card has two sizes of type whatever its state, and that of what machines read and write", async ({
  page,
  api,
}) => {
  const run = new RunPage(page);
  await run.open(await everyStateRun({ api }));
  await run.hasAllParts();
  const steps = await page
    .locator("[data-step]")
    .evaluateAll((all) => all.map((card) => card.getAttribute("data-step") ?? ""));
  expect(steps.length).toBeGreaterThan(15);
  for (const step of steps) await run.step(step).open();
  for (const [width, title] of [
    [1_440, "15px sans"],
    [360, "20px sans"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    if (width === 360) await page.getByRole("contentinfo").getByRole("button", { name: /^All/ }).click();
    const found = await Promise.all(steps.map((step) => types(run.step(step).card)));
    expect([...new Set(found.flat())].toSorted(), `at ${width}`).toEqual(["12.5px mono", "13px sans", title]);
  }
});
