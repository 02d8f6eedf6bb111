import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { AtRun } from "./testing/at-run.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAt } from "./testing/screens.ts";

const quick = (title: string): StepDraft => ({ title, roles: ["source"], action: { argv: ["/bin/true"] } });

test("the commander lets ready steps start by themselves, up to the one that cannot be undone, and stops it", async ({
  page,
  openAs,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const last = { ...quick("Delete the old copy"), irreversible: true };
  const started = await api("commander").smallRun(sites, [quick("First"), quick("Second"), last]);
  const run = await AtRun.alone(page, started);
  await run.chooseOfRun("Run ready steps automatically", {});
  await run.step("2").is("Completed");
  await run.step("3").is("Ready");
  await run.goTo(run.step("2"));
  await expect(run.step("2").card).toContainText("automatic mode");

  const other = new RunPage(await openAs("operator"));
  await other.open(started);
  await expect(other.head).toContainText("Automatic.");
  await expect(other.head).toContainText(/Turned on by Mei Mori, \d\d:\d\d/);
  await run.keys.tabTo(run.head.getByRole("button", { name: "Turn it off" }), "Shift+Tab");
  await run.keys.press("Enter");
  await expect(other.head).not.toContainText("Automatic.");
  await run.keys.sees(page.getByRole("main"));

  const mouse = new RunPage(await openAs("commander"));
  await mouse.open(started);
  await mouse.head.getByRole("button", { name: /^More for run/ }).click();
  await mouse.page.getByRole("menuitem", { name: "Run ready steps automatically" }).click();
  await mouse.say({}, "Run ready steps automatically");
  await lookAt(mouse.page, "run-automatic", { axe, height: 1_600 });
  await mouse.head.getByRole("button", { name: "Turn it off" }).click();
  await expect(other.head).not.toContainText("Automatic.");
});

test("a step that fails is tried again as its procedure says, and then the run continues with a warning", async ({
  page,
  api,
  axe,
}) => {
  const sites = await api("administrator").practiceSites();
  const failing = {
    title: "Ask the old site for its logs",
    roles: ["source"],
    action: {
      argv: ["/bin/false"],
      idempotent: true,
      onFailure: { retry: { times: 1, delaySeconds: 1 }, goOn: true },
    },
  } satisfies StepDraft;
  const started = await api("commander").smallRun(sites, [failing, { title: "Tell the users" }]);
  const run = new RunPage(page);
  await run.open(started);
  await run.step("1").open();
  await expect(run.step("1").card).toContainText("tried again once, 1 s apart, then the run continues with a warning");
  await run.step("1").press("Run step 1");
  await run.step("1").is("Overridden by rule");
  await expect(run.step("1").card).toContainText("Continued with a warning");
  await expect(run.step("1").card).toContainText("Attempt 2");
  await lookAt(page, "run-went-on", { axe, height: 1_600 });
  await run.step("2").doByHand();
  await expect(page.getByRole("status").filter({ hasText: "Completed with exceptions." })).toBeVisible();
});
