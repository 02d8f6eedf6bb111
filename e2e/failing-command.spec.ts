import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";

const exporting = {
  title: "Export the configuration",
  roles: ["source"],
  action: { argv: [{ site: "export_configuration" }], timeoutSeconds: 60 },
} satisfies StepDraft;

test("a command that fails says so, keeps its output, and succeeds at the second attempt", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "fail-next-export-configuration"), "");
  const started = await api("commander").smallRun(sites, [exporting]);
  const run = new RunPage(page);
  await run.open(started);
  const step = run.step("1");

  await step.press("Run step 1");
  await step.is("Failed");
  await expect(step.card).toContainText("The command ended with exit code 1.");
  await expect(step.card, "what it wrote last is read without a press").toContainText(/Last output.*failed on purpose/);
  const error = step.card.getByText(/^err .*failed on purpose/);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await error.evaluate((line) => line.scrollWidth - line.clientWidth), "cut off on a phone").toBe(0);
  await page.setViewportSize({ width: 1_440, height: 900 });
  const drawer = await step.openOutput(1);
  await expect(drawer).toContainText("failed on purpose, as was asked for; nothing was changed");
  const downloading = page.waitForEvent("download");
  await drawer.getByRole("link", { name: "Download" }).click();
  expect(readFileSync(await (await downloading).path(), "utf8")).toContain("failed on purpose");
  await drawer.getByRole("button", { name: "Close the output" }).click();
  await expect(page.getByRole("button", { name: /^Open output of step/ })).toBeFocused();

  await step.press("Retry step 1");
  await expect(page.getByRole("status").filter({ hasText: /^Completed\./ })).toBeVisible();
  await step.open();
  await expect(step.card).toContainText("Attempt 1");
  await expect(step.card).toContainText("exit code 1");
  await expect(step.card).toContainText("Attempt 2");
  await expect(step.card).toContainText("exit code 0");
  await expect(await step.openOutput(2)).toContainText("resources locked");
});

test("what a command could not do at one of two places is done by hand there, from the menu or by its name", async ({
  page,
  api,
}) => {
  const sites = await api("administrator").practiceSites();
  const failing = { title: "Stop the mail", roles: ["source", "destination"], action: { argv: ["/bin/false"] } };
  const started = await api("commander").smallRun(sites, [failing]);
  const run = new RunPage(page);
  await run.open(started);
  const step = run.step("1");
  await step.open();
  await step.card.getByRole("radio", { name: /destination/ }).check();
  await step.press("Run step 1");
  await step.is("Failed");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("do it by hand");
  for (const { name } of [sites.source, sites.destination]) {
    await expect(page.getByRole("option", { name: `Do it by hand, step 1: Stop the mail, ${name}` })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  const byHand = `Do it by hand at ${sites.destination.name}`;
  await step.card.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: byHand }).click();
  await run.say({}, byHand);
  await step.is("In progress");
  const { attempts } = (await api("auditor").run(started.id)).steps[0] ?? { attempts: [] };
  expect(attempts.map(({ role, conduct }) => [role, conduct])).toEqual([
    ["destination", "command"],
    ["destination", "hand"],
  ]);
  const { name } = sites.destination;
  await expect(step.card).toContainText(`By Mei Mori at ${name}`);
  await step.press("Complete step 1");
  await step.is(`Mei Mori at ${name}, `);
  await step.open();
  await expect(step.card).toContainText(new RegExp(`Done\\s*Mei Mori at ${name}, `));
  await expect(step.card).toContainText(new RegExp(`Attempt 2\\s*Mei Mori, by hand at ${name}, `));
});

test("a slow command is followed as it writes, and canceled", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  writeFileSync(path.join(sites.source.folder, "slow-next-export-configuration"), "60");
  const started = await api("commander").smallRun(sites, [exporting]);
  const run = new RunPage(page);
  await run.open(started);
  const step = run.step("1");

  await step.press("Run step 1");
  await expect(step.card).toContainText("slow as was asked for, 1 of 60 s");
  await step.press("Cancel the command, step 1");
  await run.say({ Reason: "The wrong folder" }, "Cancel the command");
  await step.is("Canceled");
  await expect(step.card).toContainText("“The wrong folder” Canceled; the process is known to be gone.");
  await expect(step.button("Retry step 1")).toBeEnabled();
});

test("a command that ignores the end of its time is killed", async ({ page, api }) => {
  const sites = await api("administrator").practiceSites();
  for (const order of ["slow", "ignore-sigterm"]) {
    writeFileSync(path.join(sites.source.folder, `${order}-next-export-configuration`), "60");
  }
  const impatient = { ...exporting, action: { ...exporting.action, timeoutSeconds: 1 } };
  const started = await api("commander").smallRun(sites, [impatient]);
  const run = new RunPage(page);
  await run.open(started);

  await run.step("1").press("Run step 1");
  await run.step("1").is("Timed out");
  await expect(run.step("1").card).toContainText("The time was up; the process is known to be gone.");
});
