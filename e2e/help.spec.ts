import { commandHelp } from "#lib/client/command-help.ts";
import { StepStatus } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { expect, test } from "./fixtures.ts";
import { RunPage } from "./run-page.ts";

test.use({ role: "auditor" });

test("the help tells what every state and every button of a run means", async ({ page, axe }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Help" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help" })).toBeVisible();
  for (const status of StepStatus.options) {
    await expect(page.locator(`#step-${status}`)).toContainText(stateWord(status));
  }
  for (const { does } of Object.values(commandHelp)) await expect(page.getByText(does, { exact: true })).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test("a step leads to what its state means, beside the run", async ({ page, api, axe }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    { title: "Tell the users" },
  ]);
  const run = new RunPage(page);
  await run.open(started);
  const { card } = await run.step("1").open();
  await card.getByRole("button", { name: "More for step 1" }).click();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("menuitem", { name: "What “Ready” means" }).click();
  const help = await opened;
  await expect(help.locator("#step-ready")).toContainText("so it may be started");
  expect(await axe(help)).toEqual([]);
  await expect(run.head).toBeVisible();
});
